import type { ChatId, ContactId } from '#shared/ids.ts';
import { collectIds } from './collect-ids.ts';
import { useContactBulk } from './contact-bulk.ts';
import { loadContactFacets, loadContacts, refreshContacts } from './contact-list.ts';

/** Keeps the list as it is in the core while it is shown. Returns the function that ends it. */
export function followContacts(): () => void {
  const { frontdesk } = window;
  const people = collectIds<ContactId>(async (contactIds) => {
    // The list is loaded anew when the work on many people ends.
    if (useContactBulk.getState().work === undefined) await refreshContacts(contactIds, []);
  });
  const chats = collectIds<ChatId>((chatIds) => refreshContacts([], chatIds));
  const endings = [
    frontdesk.on('contacts.changed', ({ contactIds }) => people.add(contactIds)),
    // Somebody wrote: their row says when.
    frontdesk.on('chats.changed', ({ chatIds }) => chats.add(chatIds)),
    frontdesk.on('labels.changed', () => void loadContacts()),
    frontdesk.on('imports.changed', () => void loadContacts()),
    frontdesk.on('resync', () => void loadContacts()),
    people.stop,
    chats.stop,
  ];
  void loadContactFacets();
  return () => {
    for (const end of endings) end();
  };
}
