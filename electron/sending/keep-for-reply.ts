import { randomUUID } from 'node:crypto';
import { FrontdeskError } from '#shared/errors.ts';
import type { MessageId } from '#shared/ids.ts';
import { holdUntilReply } from '../store/holds.ts';
import { findMessage } from '../store/messages.ts';
import { knownMessage } from '../store/outgoing.ts';
import type { Composing } from './compose.ts';

/**
 * Lets a message about which the owner was asked wait until the customer writes; then it leaves by
 * itself, in its turn. Throws FrontdeskError `not_found` or `conflict`.
 */
export function keepForReply({ store, clock }: Composing, id: MessageId): void {
  store.write((tx) => {
    const message = knownMessage(tx, id);
    if (message === undefined || message.outboxState === null) {
      throw new FrontdeskError('not_found', 'This message was not sent from here, or is gone.');
    }
    const hold = findMessage(tx, id)?.hold ?? null;
    if (message.status !== 'failed' || hold === null) {
      throw new FrontdeskError('conflict', 'This message waits for no decision any more.');
    }
    holdUntilReply(tx, message, randomUUID(), clock());
  });
}
