import type { ChatFilter } from '#shared/chat-filter.ts';
import type { AccountId } from '#shared/ids.ts';
import { loadChats, useChats } from './chats.ts';
import { changePreferences, usePreferences } from './preferences.ts';
import { clearSelection } from './selection.ts';
import { useStatus } from './status.ts';

/** Shows a view, and shows it again after the next start. */
export async function chooseView(filter: ChatFilter): Promise<void> {
  clearSelection();
  await Promise.all([loadChats(filter), changePreferences({ chatFilter: filter })]);
}

export async function chooseAccount(accountId: AccountId | null): Promise<void> {
  clearSelection();
  await Promise.all([
    loadChats(useChats.getState().filter, accountId),
    changePreferences({ chatAccount: accountId }),
  ]);
}

/** What was shown when the app was closed; a number that was removed since is forgotten. */
export async function loadChosenChats(): Promise<void> {
  const { preferences } = usePreferences.getState();
  const accounts = useStatus.getState().status?.accounts ?? [];
  const account = accounts.find(({ id }) => Number(id) === preferences?.chatAccount);
  await loadChats(preferences?.chatFilter, accounts.length > 1 ? (account?.id ?? null) : null);
}
