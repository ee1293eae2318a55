import type { Chat } from '#shared/models/chat.ts';
import { call } from './core.ts';
import { sayFailure } from './toasts.ts';
import { askToUnblock } from './unblocking.ts';

/** Every number blocks for itself: this lets go of the person at the chat’s number alone. */
export async function unblockInChat({ contact, accountId }: Chat): Promise<void> {
  const result = await call('blocks.ofContact', { contactId: contact.id });
  if (!result.ok) return sayFailure(result.error.message);
  return await askToUnblock(result.data.filter((block) => block.accountId === accountId));
}
