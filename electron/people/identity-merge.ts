import type { ContactId } from '#shared/ids.ts';
import { moveBlocks } from '../store/blocks.ts';
import { moveCampaignRecipients } from '../store/campaign-recipients.ts';
import { settleConsent } from '../store/consent.ts';
import { absorbContact, deleteContact } from '../store/contacts.ts';
import { moveChats } from '../store/conversations.ts';
import { moveContactFields } from '../store/custom-fields.ts';
import { moveIdentities } from '../store/identities.ts';
import { moveContactLabels } from '../store/label-holders.ts';
import { moveGroupReactions } from '../store/reactions.ts';
import type { WriteTx } from '../store/store.ts';

/**
 * Makes one contact of two who are one person. The older row stays and takes over everything:
 * identities, threads, labels, custom fields, blocks, consent and what the owner wrote about them.
 * Returns the one that stays.
 */
export function mergeContacts(tx: WriteTx, a: ContactId, b: ContactId, now: number): ContactId {
  const keep = a < b ? a : b;
  const gone = a < b ? b : a;
  absorbContact(tx, keep, gone, now);
  moveContactLabels(tx, gone, keep);
  moveContactFields(tx, gone, keep);
  moveChats(tx, gone, keep);
  moveGroupReactions(tx, gone, keep);
  moveIdentities(tx, gone, keep);
  moveBlocks(tx, gone, keep, now);
  moveCampaignRecipients(tx, gone, keep);
  tx.run('UPDATE OR IGNORE consent_event SET contact_id = ? WHERE contact_id = ?', keep, gone);
  settleConsent(tx, keep, now);
  deleteContact(tx, gone);
  return keep;
}
