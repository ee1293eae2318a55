import type { Clock } from '../clock.ts';
import { changeProfile, requirePerson, requireProfile } from '../people/change-profile.ts';
import { correctPhone } from '../people/correct-phone.ts';
import type { BackgroundReader } from '../store/reader.ts';
import { pageShared } from '../store/shared-files.ts';
import type { Store } from '../store/store.ts';
import { pageTimeline } from '../store/timeline.ts';
import { readCursor } from './cursor.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly reader: BackgroundReader;
  readonly clock: Clock;
}

type ContactCommand =
  | 'contacts.profile'
  | 'contacts.person'
  | 'contacts.change'
  | 'contacts.correctPhone'
  | 'contacts.timeline'
  | 'shared.page'
  | 'shared.counts';

const NOTHING_SHARED = { media: 0, links: 0, documents: 0 };

/** What the panel beside a thread shows of a person and their chat. */
export function contactHandlers(deps: Deps): Pick<Handlers, ContactCommand> {
  const { store, reader } = deps;
  return {
    'contacts.profile': ({ contactId }) => requireProfile(store, contactId),
    'contacts.person': ({ contactId }) => requirePerson(store, contactId),
    'contacts.change': ({ contactId, change }) => changeProfile(deps, contactId, change),
    'contacts.correctPhone': ({ contactId, phone }) => correctPhone(deps, contactId, phone),
    'contacts.timeline': ({ contactId, cursor, limit }) =>
      pageTimeline(store, contactId, { after: readCursor(cursor), limit }),
    'shared.page': ({ chatId, kind, cursor, limit }) =>
      pageShared(store, { chatId, kind, after: readCursor(cursor), limit }),
    'shared.counts': async ({ chatId }) =>
      (await reader.ask({ name: 'countShared', input: chatId })) ?? NOTHING_SHARED,
  };
}
