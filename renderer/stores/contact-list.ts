import { create } from 'zustand';
import type { CommandInput } from '#shared/contract.ts';
import type { ChatId, ContactId } from '#shared/ids.ts';
import type { ContactFacets } from '#shared/models/contact-list.ts';
import type { ContactOrder } from '#shared/models/contact.ts';
import { appendContacts, placeContacts } from './contact-order.ts';
import type { LoadedContacts } from './contact-order.ts';
import { call } from './core.ts';

export type ContactFilter = CommandInput<'contacts.page'>['filter'];

/** Which people are shown, and in which order. */
export interface ContactView {
  /** As it was typed. */
  readonly text: string;
  readonly filter: ContactFilter;
  readonly order: ContactOrder;
}

interface ContactList extends LoadedContacts {
  readonly view: ContactView;
  /** Whose rows are loaded; the latest view may still be on its way. */
  readonly loadedView: ContactView | undefined;
  /** Undefined until they have been counted. */
  readonly count: { readonly fitting: number; readonly all: number } | undefined;
  readonly facets: ContactFacets;
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly isLoadingMore: boolean;
  /** A load is under way. */
  readonly isBusy: boolean;
  /** Something changed since the load under way began: once more. */
  readonly isStale: boolean;
}

const PAGE = 100;
const MOST = 200;
/** A reload brings back at most so many rows; scrolling brings the rest. */
const MOST_RELOADED = 2000;

export const useContactList = create<ContactList>()(() => ({
  rows: [],
  nextCursor: null,
  view: { text: '', filter: {}, order: 'name' },
  loadedView: undefined,
  count: undefined,
  facets: { languages: [], countries: [] },
  phase: 'loading',
  isLoadingMore: false,
  isBusy: false,
  isStale: false,
}));

/** Shows other people, or the same in another order. */
export async function showContacts(change: Partial<ContactView>): Promise<void> {
  const view = { ...useContactList.getState().view, ...change };
  useContactList.setState({ view, count: undefined });
  await loadContacts();
}

/** What the core is asked about the people of a view. */
export function questionOf({ text, filter }: ContactView): {
  readonly text: string | null;
  readonly filter: ContactFilter;
} {
  const words = text.trim();
  return { text: words === '' ? null : words, filter };
}

/** Loads the list anew, as far as it was loaded; what was asked meanwhile is loaded right after. */
export async function loadContacts(): Promise<void> {
  if (useContactList.getState().isBusy) {
    useContactList.setState({ isStale: true });
    return;
  }
  do {
    useContactList.setState({ isBusy: true, isStale: false });
    await loadOnce(useContactList.getState().view);
    useContactList.setState({ isBusy: false });
  } while (useContactList.getState().isStale);
}

async function loadOnce(view: ContactView): Promise<void> {
  const { rows: before, loadedView } = useContactList.getState();
  const isReload = loadedView === view;
  const page = await loadRows(view, isReload ? Math.min(MOST_RELOADED, before.length) : 0);
  if (useContactList.getState().view !== view) return;
  if (page === undefined) {
    useContactList.setState(({ rows }) => ({ phase: rows.length > 0 ? 'ready' : 'failed' }));
    return;
  }
  useContactList.setState({ ...page, loadedView: view, phase: 'ready' });
  await countContacts(view);
}

async function loadRows(view: ContactView, wanted: number): Promise<LoadedContacts | undefined> {
  let loaded: LoadedContacts | undefined;
  do {
    const result = await call('contacts.page', {
      ...questionOf(view),
      order: view.order,
      cursor: loaded?.nextCursor ?? null,
      limit: Math.min(MOST, Math.max(PAGE, wanted)),
    });
    if (!result.ok) return undefined;
    const { contacts: rows, nextCursor } = result.data;
    loaded = appendContacts(loaded ?? { rows: [], nextCursor: null }, { rows, nextCursor });
  } while (loaded.rows.length < wanted && loaded.nextCursor !== null);
  return loaded;
}

async function countContacts(view: ContactView): Promise<void> {
  const result = await call('contacts.count', questionOf(view));
  if (result.ok && useContactList.getState().view === view) {
    useContactList.setState({ count: result.data });
  }
}

export async function loadMoreContacts(): Promise<void> {
  const { view, nextCursor, isLoadingMore, isBusy } = useContactList.getState();
  if (nextCursor === null || isLoadingMore || isBusy) return;
  useContactList.setState({ isLoadingMore: true });
  const result = await call('contacts.page', {
    ...questionOf(view),
    order: view.order,
    cursor: nextCursor,
    limit: MOST,
  });
  useContactList.setState({ isLoadingMore: false });
  const now = useContactList.getState();
  if (!result.ok || now.view !== view || now.nextCursor !== nextCursor) return;
  const next = { rows: result.data.contacts, nextCursor: result.data.nextCursor };
  useContactList.setState(appendContacts(now, next));
}

export async function loadContactFacets(): Promise<void> {
  const result = await call('contacts.facets', {});
  if (result.ok) useContactList.setState({ facets: result.data });
}

/** Puts those whom an event named where they belong now. At most 200 of each. */
export async function refreshContacts(
  contactIds: readonly ContactId[],
  chatIds: readonly ChatId[],
): Promise<void> {
  const { view } = useContactList.getState();
  const result = await call('contacts.fresh', {
    ...questionOf(view),
    contactIds: [...contactIds],
    chatIds: [...chatIds],
  });
  const now = useContactList.getState();
  if (!result.ok || now.view !== view) return;
  useContactList.setState(placeContacts(now, result.data, view.order));
  if (contactIds.length > 0) await countContacts(view);
}
