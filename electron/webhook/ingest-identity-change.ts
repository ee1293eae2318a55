import { changeIdentity } from '../people/identity.ts';
import { ensureChat } from '../store/conversations.ts';
import { insertMessage } from '../store/message-insert.ts';
import type { WriteTx } from '../store/store.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { Arrival } from './ingest.ts';
import { systemRow } from './system-row.ts';
import type { IdentityChangeUpdate } from './update.ts';

/** A person has a new number or user id: the same contact goes on, and the thread says so. */
export function ingestIdentityChange(
  tx: WriteTx,
  update: IdentityChangeUpdate,
  { accountId, scope }: WebhookRoute,
  { now }: Arrival,
): void {
  const { wamid, at, payload } = update;
  const contactId = changeIdentity(tx, update, scope, { at, now });
  const chatId = ensureChat(tx, accountId, contactId, now);
  insertMessage(tx, systemRow({ accountId, chatId, wamid, at, now, payload, isNotable: false }));
}
