import { resolvePerson } from '../people/identity.ts';
import { ensureChat, isUnseen, openWindow, reopen } from '../store/conversations.ts';
import { insertMessage } from '../store/message-insert.ts';
import type { WriteTx } from '../store/store.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { Arrival } from './ingest.ts';
import { systemRow } from './system-row.ts';
import type { CallUpdate } from './update.ts';

/** A customer's call opens the window, and one that nobody took stands in the thread. Source: meta-platform §2.3, §6.1. */
export function ingestCall(
  tx: WriteTx,
  update: CallUpdate,
  { accountId, scope }: WebhookRoute,
  { now }: Arrival,
): void {
  const { callId, at } = update;
  const contactId = resolvePerson(tx, update.person, scope, { at, now });
  const chatId = ensureChat(tx, accountId, contactId, now);
  openWindow(tx, chatId, update.beganAt);
  if (!update.isMissed) return;
  const payload = { type: 'system', call: update.payload };
  const id = insertMessage(
    tx,
    systemRow({ accountId, chatId, wamid: callId, at, now, payload, isNotable: true }),
  );
  if (id === undefined || !isUnseen(tx, chatId, at)) return;
  reopen(tx, chatId);
  tx.note({ kind: 'message_arrived', chatId, messageId: id });
}
