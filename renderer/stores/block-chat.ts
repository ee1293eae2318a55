import type { Block } from '#shared/models/block.ts';
import type { Chat } from '#shared/models/chat.ts';
import { askToBlock } from './blocking.ts';
import { call } from './core.ts';
import { sayFailure } from './toasts.ts';
import { askToUnblock } from './unblocking.ts';

/** Blocks the person of a chat for its number, or unblocks them, after asking what has to be asked. */
export async function blockOrUnblock(chat: Chat): Promise<void> {
  const { contact, accountId } = chat;
  if (!contact.isBlocked) {
    askToBlock([contact.id], accountId);
    return;
  }
  const standing = await standingBlock(chat);
  if (typeof standing === 'string') sayFailure(standing);
  else if (standing !== undefined) await askToUnblock([standing]);
}

/** The block of this chat's person at its number; a sentence where it could not be asked for. */
export async function standingBlock({
  contact,
  accountId,
}: Chat): Promise<Block | string | undefined> {
  const result = await call('blocks.ofContact', { contactId: contact.id });
  if (!result.ok) return result.error.message;
  return result.data.find((block) => block.accountId === accountId);
}
