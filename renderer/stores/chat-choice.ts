import type { ChatFilter } from '#shared/chat-filter.ts';
import type { AccountId, LabelId } from '#shared/ids.ts';
import { loadChats, useChats } from './chats.ts';
import { call } from './core.ts';
import { changePreferences, usePreferences } from './preferences.ts';
import { clearSelection } from './selection.ts';
import { useStatus } from './status.ts';

/** Shows a view, and shows it again after the next start. */
export async function chooseView(filter: ChatFilter): Promise<void> {
  clearSelection();
  await Promise.all([
    loadChats(filter, undefined, null),
    changePreferences({ chatFilter: filter, chatLabel: null }),
  ]);
}

/** Shows the chats that carry a label, and shows them again after the next start. */
export async function chooseLabel(labelId: LabelId): Promise<void> {
  clearSelection();
  await Promise.all([
    loadChats(undefined, undefined, labelId),
    changePreferences({ chatLabel: labelId }),
  ]);
}

export async function chooseAccount(accountId: AccountId | null): Promise<void> {
  clearSelection();
  await Promise.all([
    loadChats(useChats.getState().filter, accountId),
    changePreferences({ chatAccount: accountId }),
  ]);
}

/** What was shown when the app was closed; a number or label that was removed since is forgotten. */
export async function loadChosenChats(): Promise<void> {
  const { preferences } = usePreferences.getState();
  const accounts = useStatus.getState().status?.accounts ?? [];
  const account = accounts.find(({ id }) => Number(id) === preferences?.chatAccount);
  const labels = await call('labels.list', {});
  const label = labels.ok
    ? labels.data.find(({ id }) => Number(id) === preferences?.chatLabel)
    : undefined;
  await loadChats(
    preferences?.chatFilter,
    accounts.length > 1 ? (account?.id ?? null) : null,
    label?.id ?? null,
  );
}
