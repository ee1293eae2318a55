import { randomUUID } from 'node:crypto';
import { FrontdeskError } from '#shared/errors.ts';
import type { MessageId } from '#shared/ids.ts';
import { forgetUpload } from '../store/media-uploads.ts';
import { contentOfMessage, deleteMessage, knownMessage, sendAgain } from '../store/outgoing.ts';
import type { KnownMessage } from '../store/outgoing.ts';
import type { Reader } from '../store/store.ts';
import { blamesUpload } from './blamed-upload.ts';
import type { Composing } from './compose.ts';
import { chatForWriting } from './may-write.ts';
import { refuseTooEarly } from './too-early.ts';
import { refreshOwnReaction } from './own-reaction.ts';

/**
 * Sends a message again because the owner says so: one that failed, or one whose fate is unknown
 * and that may then arrive twice. Throws FrontdeskError `not_found`, `conflict`, or as for any
 * message.
 */
export function retryMessage({ store, clock }: Composing, id: MessageId): void {
  store.write((tx) => {
    const message = ownMessage(tx, id);
    if (message.status !== 'failed' && message.status !== 'unknown') {
      throw new FrontdeskError('conflict', 'This message is on its way already.');
    }
    refuseTooEarly(tx, message, clock());
    const { chatId, type } = message;
    chatForWriting(tx, chatId, { type, content: contentOfMessage(tx, message) }, clock());
    if (blamesUpload(message.errorCode)) forgetUpload(tx, message.accountId, id);
    sendAgain(tx, message, randomUUID(), clock());
    refreshOwnReaction(tx, message);
  });
}

/**
 * Takes a message out of the thread that has not left yet, failed, or whose fate is unknown.
 * Throws FrontdeskError `not_found` or `conflict`.
 */
export function discardMessage({ store }: Composing, id: MessageId): void {
  store.write((tx) => {
    const message = ownMessage(tx, id);
    if (!canBeDiscarded(message)) {
      throw new FrontdeskError(
        'conflict',
        'WhatsApp has this message already, or is getting it right now. It can’t be taken back.',
      );
    }
    deleteMessage(tx, message);
    refreshOwnReaction(tx, message);
  });
}

function canBeDiscarded({ status, outboxState }: KnownMessage): boolean {
  if (status === 'failed' || status === 'unknown') return true;
  return status === 'queued' && outboxState === 'queued';
}

function ownMessage(db: Reader, id: MessageId): KnownMessage {
  const message = knownMessage(db, id);
  if (message !== undefined && message.outboxState !== null) return message;
  throw new FrontdeskError('not_found', 'This message was not sent from here, or is gone.');
}
