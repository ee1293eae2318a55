import { resolvePerson } from '../people/identity.ts';
import { adoptWamid, settleStatus } from '../store/message-status.ts';
import { deriveReaction, reactionActor } from '../store/reactions.ts';
import { findByWamid, findUnnamed, recordStatus } from '../store/statuses.ts';
import type { StatusSubject } from '../store/statuses.ts';
import type { WriteTx } from '../store/store.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { Arrival } from './ingest.ts';
import type { StatusUpdate } from './update.ts';

/**
 * Keeps what became of a message of ours. It may be about a message that is not known yet, or about
 * one whose wamid was never learnt; then our own callback id says which. Source: meta-platform §2.5.
 */
export function ingestStatus(
  tx: WriteTx,
  update: StatusUpdate,
  { accountId, scope }: WebhookRoute,
  { now }: Arrival,
): void {
  if (update.person !== null) resolvePerson(tx, update.person, scope, { at: update.at, now });
  recordStatus(tx, {
    wamid: update.wamid,
    status: update.status,
    at: update.at,
    recipient: update.recipient,
    account_id: accountId,
    error_code: update.errorCode,
    error_title: update.errorTitle,
    error_details: update.errorDetails,
    pricing: update.pricing === null ? null : JSON.stringify(update.pricing),
    conversation: update.conversation === null ? null : JSON.stringify(update.conversation),
    callback_id: update.callbackId,
  });
  const named = findByWamid(tx, accountId, update.wamid);
  const message = named ?? unnamed(tx, update, accountId);
  if (message === undefined) return;
  if (named === undefined) adoptWamid(tx, message.id, update.wamid);
  else settleStatus(tx, message.id);
  if (message.reactsTo !== null) {
    deriveReaction(tx, {
      accountId,
      targetWamid: message.reactsTo,
      actor: reactionActor('outbound', null),
    });
  }
}

function unnamed(
  tx: WriteTx,
  { callbackId }: StatusUpdate,
  accountId: WebhookRoute['accountId'],
): StatusSubject | undefined {
  return callbackId === null ? undefined : findUnnamed(tx, accountId, callbackId);
}
