import { create } from 'zustand';
import type { AccountId } from '#shared/ids.ts';
import type { CommandInput } from '#shared/contract.ts';
import { call } from './core.ts';
import { goToChat } from './route.ts';
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

/** Goes to the chat with somebody, made if need be. Without an account: the one they wrote to last. */
export async function writeTo(who: Addressee, accountId: AccountId | null = null): Promise<void> {
  const result = await call('contacts.openChat', { accountId, who });
  if (result.ok) goToChat(result.data.id);
  else sayFailure(result.error.message);
}
