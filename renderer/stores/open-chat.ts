import { create } from 'zustand';
import type { AccountId } from '#shared/ids.ts';
import type { CommandInput } from '#shared/contract.ts';
import { call } from './core.ts';
import { goToChat } from './route.ts';
import { useStatus } from './status.ts';
import { sayFailure } from './toasts.ts';

interface NewChat {
  readonly isAsking: boolean;
}

export const useNewChat = create<NewChat>()(() => ({ isAsking: false }));

/** Opens the dialog in which one says whom to write to. */
export function askForNewChat(isAsking: boolean): void {
  useNewChat.setState({ isAsking });
}

type Addressee = CommandInput<'contacts.openChat'>['who'];

/**
 * Goes to the chat with somebody, which is made if need be. Without an account: the first of ours
 * that can write.
 */
export async function writeTo(who: Addressee, accountId?: AccountId): Promise<void> {
  const accounts = useStatus.getState().status?.accounts ?? [];
  const account = accountId ?? (accounts.find(({ isActive }) => isActive) ?? accounts[0])?.id;
  if (account === undefined) return;
  const result = await call('contacts.openChat', { accountId: account, who });
  if (result.ok) goToChat(result.data.id);
  else sayFailure(result.error.message);
}
