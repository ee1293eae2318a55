import { resolvePerson } from '../people/identity.ts';
import { ensureChat, noteThreadOwner } from '../store/conversations.ts';
import type { WriteTx } from '../store/store.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { Arrival } from './ingest.ts';
import type { HandoverUpdate } from './update.ts';

export function ingestHandover(
  tx: WriteTx,
  { person, owner, at }: HandoverUpdate,
  { accountId, scope }: WebhookRoute,
  { receivedAt, now }: Arrival,
): void {
  const since = at ?? receivedAt;
  const contactId = resolvePerson(tx, person, scope, { at: since, now });
  noteThreadOwner(tx, ensureChat(tx, accountId, contactId, now), owner, since);
}
