import type { ContactId } from '#shared/ids.ts';
import { chosenContacts } from '../../../stores/contact-bulk.ts';

/** Does something to everyone who is chosen; to `otherwise` alone where nobody is. */
export async function forChosen(
  otherwise: ContactId | undefined,
  work: (contactIds: readonly ContactId[]) => void,
): Promise<void> {
  const chosen = await chosenContacts();
  if (chosen === undefined) return;
  if (chosen.length > 0) work(chosen);
  else if (otherwise !== undefined) work([otherwise]);
}
