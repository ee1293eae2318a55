import { applyRevisions, recordRevision } from '../store/revisions.ts';
import type { WriteTx } from '../store/store.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { RevisionUpdate } from './update.ts';

/** An edit or a deletion; it waits where its message has not come yet. */
export function ingestRevision(
  tx: WriteTx,
  update: RevisionUpdate,
  { accountId }: WebhookRoute,
): void {
  const isNew = recordRevision(tx, {
    source_wamid: update.wamid,
    account_id: accountId,
    target_wamid: update.targetWamid,
    kind: update.revision,
    payload: JSON.stringify(update.payload),
    at: update.at,
  });
  if (isNew) applyRevisions(tx, accountId, update.targetWamid);
}
