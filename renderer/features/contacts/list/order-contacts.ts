import type { ContactOrder } from '#shared/models/contact.ts';
import { showContacts } from '../../../stores/contact-list.ts';
import { changePreferences } from '../../../stores/preferences.ts';

/** Sorts the list, and sorts it so again after the next start. */
export function orderContacts(order: ContactOrder): void {
  void showContacts({ order });
  void changePreferences({ contactOrder: order });
}
