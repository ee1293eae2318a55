import { t } from 'i18next';
import { create } from 'zustand';
import type { ContactId, CustomFieldId, LabelId } from '#shared/ids.ts';
import type { Block } from '#shared/models/block.ts';
import type { ConsentEntry } from '#shared/models/consent.ts';
import type { ContactChange, ContactProfile } from '#shared/models/contact-profile.ts';
import type { PersonField } from '#shared/models/custom-field.ts';
import type { Label } from '#shared/models/label.ts';
import type { Person } from '#shared/models/person.ts';
import type { TimelineEntry } from '#shared/models/timeline.ts';
import { saveText } from './save-text.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';
import { goToScreen } from './route.ts';
import { offerUndo, sayFailure } from './toasts.ts';

const TIMELINE_AT_FIRST = 6;
const TIMELINE_PAGE = 30;

/** The one person that a screen tells of, beside a thread or by themselves. */
interface PersonState {
  readonly id: ContactId | undefined;
  readonly profile: ContactProfile | undefined;
  /** Undefined for a group, which has a profile only, and until the core has answered. */
  readonly person: Person | undefined;
  /** Why there is nothing to tell, in words. */
  readonly problem: string | undefined;
  readonly ledger: readonly ConsentEntry[];
  readonly timeline: readonly TimelineEntry[];
  readonly timelineCursor: string | null;
}

const NOBODY: PersonState = {
  id: undefined,
  profile: undefined,
  person: undefined,
  problem: undefined,
  ledger: [],
  timeline: [],
  timelineCursor: null,
};

export const usePerson = create<PersonState>()(() => NOBODY);

/** Tells of this person from now on, and of nobody else. What happened is asked for by itself. */
export async function openPerson(id: ContactId): Promise<void> {
  if (usePerson.getState().id !== id) usePerson.setState({ ...NOBODY, id });
  await refreshPerson();
}

export function closePerson(): void {
  usePerson.setState(NOBODY);
}

/** Asks again for all that can be written about the person. */
export async function refreshPerson(): Promise<void> {
  const { id } = usePerson.getState();
  if (id === undefined) return;
  const [profile, person] = await Promise.all([
    call('contacts.profile', { contactId: id }),
    call('contacts.person', { contactId: id }),
  ]);
  if (usePerson.getState().id !== id) return;
  usePerson.setState({
    ...(profile.ok ? { profile: profile.data } : {}),
    ...(person.ok ? { person: person.data } : {}),
    problem: person.ok ? undefined : person.error.message,
  });
}

/** Asks again for what happened, as far as it is shown at first. */
export async function refreshStory(): Promise<void> {
  const { id } = usePerson.getState();
  if (id === undefined) return;
  const [ledger, timeline] = await Promise.all([
    call('consent.ledger', { contactId: id }),
    call('contacts.timeline', { contactId: id, cursor: null, limit: TIMELINE_AT_FIRST }),
  ]);
  if (usePerson.getState().id !== id) return;
  if (ledger.ok) usePerson.setState({ ledger: ledger.data });
  if (!timeline.ok) return;
  const { entries, nextCursor } = timeline.data;
  usePerson.setState({ timeline: entries, timelineCursor: nextCursor });
}

export async function loadMoreTimeline(): Promise<void> {
  const { id, timelineCursor: cursor } = usePerson.getState();
  if (id === undefined || cursor === null) return;
  const result = await call('contacts.timeline', { contactId: id, cursor, limit: TIMELINE_PAGE });
  const now = usePerson.getState();
  if (!result.ok || now.id !== id || now.timelineCursor !== cursor) return;
  usePerson.setState({
    timeline: [...now.timeline, ...result.data.entries],
    timelineCursor: result.data.nextCursor,
  });
}

/** Answers the sentence that says why it could not be kept, if it could not. */
export async function changeContact(
  contactId: ContactId,
  change: ContactChange,
): Promise<string | undefined> {
  const result = await call('contacts.change', { contactId, change });
  if (!result.ok) return result.error.message;
  await refreshPerson();
  return undefined;
}

/** Says that something about a person was changed, and keeps the way back to how it was. */
export function offerFormer(contactId: ContactId, name: string, former: ContactChange): void {
  offerUndo(t('context.changed', { name }), async () => {
    await changeContact(contactId, former);
  });
}

/** Writes a field of the owner’s, with a way back. Answers why it could not be kept, if it could not. */
export async function changeField(
  { id, name }: Pick<Person['contact'], 'id' | 'name'>,
  field: PersonField,
  typed: string,
): Promise<string | undefined> {
  const problem = await putField(id, field.id, typed);
  if (problem !== undefined) return problem;
  offerUndo(t('person.fieldChanged', { field: field.name, name }), async () => {
    await putField(id, field.id, field.value ?? '');
  });
  return undefined;
}

async function putField(
  contactId: ContactId,
  fieldId: CustomFieldId,
  value: string,
): Promise<string | undefined> {
  const result = await call('fields.put', { contactId, fieldId, value });
  if (!result.ok) return result.error.message;
  await refreshPerson();
  return undefined;
}

/** Writes into the ledger what the person told the owner. Answers why it could not, if it could not. */
export async function recordConsent(
  contactId: ContactId,
  kind: ConsentEntry['kind'],
  reason: string,
): Promise<string | undefined> {
  const result = await call('consent.record', { contactId, kind, reason });
  if (!result.ok) return result.error.message;
  await Promise.all([refreshPerson(), refreshStory()]);
  return undefined;
}

/** Gives out everything that is known of a person’s consent, as a file. */
export async function saveLedger(contactId: ContactId): Promise<void> {
  const result = await call('consent.export', { contactId });
  if (result.ok) saveText(result.data.fileName, result.data.text);
  else sayFailure(result.error.message);
}

/** Ends a block; what WhatsApp says against it is shown. */
export async function unblock({ id, name }: Block): Promise<void> {
  const result = await call('blocks.unblock', { blockIds: [id] });
  const error = result.ok ? result.data[0]?.error : { title: result.error.message, advice: '' };
  if (error === null || error === undefined) announce(t('person.unblocked', { name }));
  else sayFailure(`${error.title} ${error.advice}`.trim());
  await Promise.all([refreshPerson(), refreshStory()]);
}

/** Answers why the person could not be deleted, if they could not. Else the list is shown. */
export async function deletePerson(
  { id, name }: Pick<Person['contact'], 'id' | 'name'>,
  withMessages: boolean,
): Promise<string | undefined> {
  const result = await call('contacts.delete', { contactId: id, withMessages });
  if (!result.ok) return result.error.message;
  goToScreen('contacts');
  announce(t('person.deleted', { name }));
  return undefined;
}

/** Puts a label on the person or takes it off, with a way back. */
export async function labelPerson(
  { id, name }: Pick<Person['contact'], 'id' | 'name'>,
  label: Label,
  isOn: boolean,
): Promise<void> {
  if (!(await putLabel(id, label.id, isOn))) return;
  const words = isOn ? 'labels.put.one' : 'labels.taken.one';
  offerUndo(t(words, { label: label.name, name }), async () => {
    await putLabel(id, label.id, !isOn);
  });
}

/** False when nothing changed. */
async function putLabel(contactId: ContactId, labelId: LabelId, isOn: boolean): Promise<boolean> {
  const result = await call('contacts.label', { labelId, contactIds: [contactId], isOn });
  if (!result.ok) sayFailure(result.error.message);
  await refreshPerson();
  return result.ok && result.data.length > 0;
}

/** What happens to the person elsewhere is shown here too. Returns what ends that. */
export function listenForPerson(): () => void {
  const { frontdesk } = window;
  const again = () => void Promise.all([refreshPerson(), refreshStory()]);
  const endings = [
    frontdesk.on('contacts.changed', ({ contactIds }) => {
      const { id } = usePerson.getState();
      if (id !== undefined && contactIds.includes(id)) again();
    }),
    frontdesk.on('blocks.changed', again),
    frontdesk.on('labels.changed', () => void refreshPerson()),
    frontdesk.on('resync', again),
  ];
  return () => {
    for (const end of endings) end();
  };
}
