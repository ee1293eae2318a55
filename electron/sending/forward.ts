import { FrontdeskError } from '#shared/errors.ts';
import { forwardedContents } from '#shared/forwarding.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import type { ForwardOutcome } from '#shared/models/forward-outcome.ts';
import { messageRecords } from '../store/message-records.ts';
import type { MessageRecord } from '../store/message-records.ts';
import { findMessage } from '../store/messages.ts';
import type { Reader } from '../store/store.ts';
import { queueMessage } from './compose.ts';
import type { Composing } from './compose.ts';

/**
 * Sends a message on into other chats, as new messages of ours. A chat that takes none says why and
 * does not hold up the others. Throws FrontdeskError `not_found`, or `conflict` for a kind that
 * can't be given on.
 */
export function forwardMessage(
  { store, clock }: Composing,
  { messageId, chatIds }: { readonly messageId: MessageId; readonly chatIds: readonly ChatId[] },
): ForwardOutcome[] {
  const { message, record } = known(store, messageId);
  const contents = message.isDeleted
    ? []
    : forwardedContents(message.type, record.payload, message.text);
  if (contents.length === 0) {
    throw new FrontdeskError('conflict', 'This kind of message can’t be forwarded.');
  }
  const { media } = record;
  if (media !== null && media.state !== 'present') {
    throw new FrontdeskError(
      'conflict',
      'The file of this message is not on this computer, so it can’t be forwarded.',
    );
  }
  const file = media === null ? {} : { mediaId: media.id };
  return [...new Set(chatIds)].map((chatId) => {
    try {
      store.write((tx) => {
        for (const content of contents) {
          queueMessage(tx, { chatId, ...content, ...file, replyToWamid: null }, clock());
        }
      });
      return { chatId, refusal: null };
    } catch (error) {
      if (error instanceof FrontdeskError) return { chatId, refusal: error.message };
      throw error;
    }
  });
}

interface Known {
  readonly message: Message;
  readonly record: MessageRecord;
}

function known(db: Reader, id: MessageId): Known {
  const message = findMessage(db, id);
  const record = messageRecords(db, [id]).get(id);
  if (message === undefined || record === undefined) {
    throw new FrontdeskError('not_found', 'The message to forward is not there any more.');
  }
  return { message, record };
}
