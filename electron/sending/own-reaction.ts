import type { AccountId } from '#shared/ids.ts';
import type { MessageType } from '#shared/models/message.ts';
import { deriveReaction } from '../store/reactions.ts';
import type { WriteTx } from '../store/store.ts';

interface OwnMessage {
  readonly accountId: AccountId;
  readonly type: MessageType;
  readonly replyToWamid: string | null;
}

/** After a message of ours changed: if it is a reaction, what stands under its target may change. */
export function refreshOwnReaction(
  tx: WriteTx,
  { accountId, type, replyToWamid }: OwnMessage,
): void {
  if (type !== 'reaction' || replyToWamid === null) return;
  deriveReaction(tx, { accountId, targetWamid: replyToWamid, actor: 'business' });
}
