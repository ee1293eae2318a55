import { create } from 'zustand';
import type { CommandOutput } from '#shared/contract.ts';
import type { ContactId } from '#shared/ids.ts';
import { loadContacts, questionOf, useContactList } from './contact-list.ts';
import { useContactSelection } from './contact-selection.ts';
import type { ContactChoice } from './contact-selection.ts';
import { call } from './core.ts';
import { sayFailure } from './toasts.ts';

/** What is being done to many people, one portion after the other. */
interface BulkWork {
  /** In words: “Labelling”. */
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly isCancelled: boolean;
}

interface Bulk {
  readonly work: BulkWork | undefined;
}

export const useContactBulk = create<Bulk>()(() => ({ work: undefined }));

/** The portion that is under way is finished; the next does not begin. */
export function cancelBulk(): void {
  useContactBulk.setState(({ work }) => ({ work: work && { ...work, isCancelled: true } }));
}

/** Answers what was wrong with a portion, in words; undefined when it was done. */
type Portion = (contactIds: readonly ContactId[]) => Promise<string | undefined>;

/**
 * Does something to many people with progress and a way to stop. Answers how many it was done to;
 * why it got no further is said.
 */
export async function inPortions(
  title: string,
  contactIds: readonly ContactId[],
  size: number,
  portion: Portion,
): Promise<number> {
  if (useContactBulk.getState().work !== undefined) return 0;
  let done = 0;
  useContactBulk.setState({ work: { title, done, total: contactIds.length, isCancelled: false } });
  while (done < contactIds.length && useContactBulk.getState().work?.isCancelled === false) {
    const some = contactIds.slice(done, done + size);
    const problem = await portion(some);
    if (problem !== undefined) {
      sayFailure(problem);
      break;
    }
    done += some.length;
    useContactBulk.setState(({ work }) => ({ work: work && { ...work, done } }));
  }
  useContactBulk.setState({ work: undefined });
  await loadContacts();
  return done;
}

/** The ids of everyone who is chosen; undefined when they could not be had, which has been said. */
export async function chosenContacts(): Promise<readonly ContactId[] | undefined> {
  const { choice } = useContactSelection.getState();
  return choice.kind === 'some' ? [...choice.ids] : await everybodyBut(choice);
}

async function everybodyBut({
  except,
}: Extract<ContactChoice, { kind: 'everybody' }>): Promise<readonly ContactId[] | undefined> {
  const question = questionOf(useContactList.getState().view);
  const found: ContactId[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: CommandOutput<'contacts.ids'> | undefined = await idsBehind(question, after);
    if (page === undefined) return undefined;
    found.push(...page.contactIds);
    after = page.next;
  }
  return found.filter((id) => !except.has(id));
}

async function idsBehind(
  question: ReturnType<typeof questionOf>,
  after: number,
): Promise<CommandOutput<'contacts.ids'> | undefined> {
  const result = await call('contacts.ids', { ...question, after });
  if (result.ok) return result.data;
  sayFailure(result.error.message);
  return undefined;
}
