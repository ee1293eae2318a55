import { FrontdeskError } from '#shared/errors.ts';
import type { MessageId } from '#shared/ids.ts';
import { knownMessage } from '../store/outgoing.ts';
import { queueMessage } from './compose.ts';
import type { Composing } from './compose.ts';

/** Older messages take no reactions. Source: meta-platform §1.3. */
const REACTABLE_MS = 30 * 24 * 3_600_000;

/**
 * Reacts to a message; an empty emoji takes the reaction back. Throws FrontdeskError `not_found`,
 * `conflict`, or as for any message.
 */
export function react(
  { store, clock }: Composing,
  { messageId, emoji }: { readonly messageId: MessageId; readonly emoji: string },
): MessageId {
  return store.write((tx) => {
    const now = clock();
    const target = knownMessage(tx, messageId);
    if (target === undefined) {
      throw new FrontdeskError('not_found', 'The message is not there any more.');
    }
    if (target.wamid === null || target.type === 'reaction') {
      throw new FrontdeskError(
        'conflict',
        'This message can’t be reacted to yet: it has not left.',
      );
    }
    if (now - target.timestamp > REACTABLE_MS) {
      throw new FrontdeskError(
        'conflict',
        'WhatsApp takes reactions only to messages of the last 30 days.',
      );
    }
    const content = { message_id: target.wamid, emoji };
    return queueMessage(
      tx,
      { chatId: target.chatId, type: 'reaction', content, replyToWamid: null },
      now,
    );
  });
}
