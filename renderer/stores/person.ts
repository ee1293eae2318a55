import { create } from 'zustand';
import type { ContactId } from '#shared/ids.ts';
import type { ConsentEntry } from '#shared/models/consent.ts';
import type { ContactProfile } from '#shared/models/contact-profile.ts';
import type { Person } from '#shared/models/person.ts';
import type { TimelineEntry } from '#shared/models/timeline.ts';
import { call } from './core.ts';

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

/** What happens to the person elsewhere is shown here too. Returns what ends that. */
export function listenForPerson(): () => void {
  const { frontdesk } = window;
  const endings = [
    frontdesk.on('contacts.changed', ({ contactIds }) => {
      const { id } = usePerson.getState();
      if (id !== undefined && contactIds.includes(id)) refreshAll();
    }),
    frontdesk.on('blocks.changed', refreshAll),
    frontdesk.on('labels.changed', () => void refreshPerson()),
    frontdesk.on('resync', refreshAll),
  ];
  return () => {
    for (const end of endings) end();
  };
}

function refreshAll(): void {
  void Promise.all([refreshPerson(), refreshStory()]);
}
