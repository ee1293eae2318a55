import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';

export const CONTACTS_TABS = ['list', 'segments', 'import', 'duplicates', 'consent'] as const;
export type ContactsTab = (typeof CONTACTS_TABS)[number];

/** Which part of the contacts is shown, and whose profile stands beside the list. */
export interface ContactsPlace {
  readonly tab: ContactsTab;
  readonly contactId: ContactId | undefined;
}

/** @param path what follows `#/contacts/`: nothing, somebody's id, or a tab and what that tab reads */
export function readContactsPath(path: string): ContactsPlace {
  if (/^[1-9]\d{0,14}$/.test(path))
    return { tab: 'list', contactId: asId<ContactId>(Number(path)) };
  const [name] = path.split('/');
  return { tab: CONTACTS_TABS.find((tab) => tab === name) ?? 'list', contactId: undefined };
}

/** The address of a tab, as `goToScreen('contacts', …)` takes it. */
export function pathOfTab(tab: ContactsTab): string {
  return tab === 'list' ? '' : tab;
}
