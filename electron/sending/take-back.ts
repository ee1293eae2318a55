import { FrontdeskError } from '#shared/errors.ts';
import type { MessageId } from '#shared/ids.ts';
import { deleteMessage, knownMessage } from '../store/outgoing.ts';
import { returnToAttachments } from '../store/draft-attachments.ts';
import type { KnownMessage } from '../store/outgoing.ts';
import { returnToDraft } from '../store/returned-draft.ts';
import type { Composing } from './compose.ts';

/**
 * Takes a text or a file that has not left yet, or did not get through, out of the queue and back
 * into its chat's field, in one step, so that it is never in both places nor in none. Answers the
 * text; a file's words go back with the file.
 * Throws FrontdeskError `not_found` or `conflict`.
 */
export function takeBack({ store }: Composing, id: MessageId): string {
  return store.write((tx) => {
    const message = knownMessage(tx, id);
    if (message === undefined || message.outboxState === null) {
      throw new FrontdeskError('not_found', 'This message was not sent from here, or is gone.');
    }
    if (!isHere(message)) {
      throw new FrontdeskError(
        'conflict',
        'This message has left already. It can’t be taken back.',
      );
    }
    const text = message.type === 'text' ? returnToDraft(tx, message) : '';
    if (message.type !== 'text' && !returnToAttachments(tx, message)) {
      throw new FrontdeskError(
        'conflict',
        'Only texts and files can be taken back into the field.',
      );
    }
    deleteMessage(tx, message);
    return text;
  });
}

function isHere({ status, outboxState }: KnownMessage): boolean {
  return status === 'failed' || (status === 'queued' && outboxState === 'queued');
}
