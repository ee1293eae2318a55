import type { ContactId } from '#shared/ids.ts';
import type { WriteTx } from './store.ts';

/** What one person got counts for the other, in whom the first is absorbed. */
export function moveCampaignRecipients(tx: WriteTx, from: ContactId, to: ContactId): void {
  tx.run('UPDATE campaign_recipient SET contact_id = ? WHERE contact_id = ?', to, from);
}
