import type { ContactId } from '#shared/ids.ts';
import { moveBlocks } from '../store/blocks.ts';
import { moveCampaignRecipients } from '../store/campaign-recipients.ts';
import { settleConsent } from '../store/consent.ts';
import { absorbContact, deleteContact } from '../store/contacts.ts';
import { moveChats } from '../store/conversations.ts';
import { moveContactFields } from '../store/custom-fields.ts';
import { moveIdentities } from '../store/identities.ts';
import { moveContactLabels } from '../store/label-holders.ts';
import { journalMerge } from '../store/merge-journal.ts';
import type { MergedBy, MergePair } from '../store/merge-journal.ts';
import { moveRefusals } from '../store/merge-refusals.ts';
import { moveGroupReactions } from '../store/reactions.ts';
import type { WriteTx } from '../store/store.ts';

/**
 * Makes one contact of two who are one person. The older row stays and takes over everything:
 * identities, threads, labels, custom fields, blocks, consent and what the owner wrote about them.
 * Returns the one that stays. `undoMerge` takes it back.
 */
export function mergeContacts(
  tx: WriteTx,
  a: ContactId,
  b: ContactId,
  now: number,
  by: MergedBy = 'whatsapp',
): ContactId {
  const pair = inOrder(a, b);
  journalMerge(tx, pair, { by, now }, () => giveAll(tx, pair, now));
  return pair.kept;
}

/** Who stays and who goes when two become one: the older row stays. */
export function inOrder(a: ContactId, b: ContactId): MergePair {
  return a < b ? { kept: a, gone: b } : { kept: b, gone: a };
}

function giveAll(tx: WriteTx, { kept, gone }: MergePair, now: number): void {
  absorbContact(tx, kept, gone, now);
  moveContactLabels(tx, gone, kept);
  moveContactFields(tx, gone, kept);
  moveChats(tx, gone, kept);
  moveGroupReactions(tx, gone, kept);
  moveIdentities(tx, gone, kept);
  moveBlocks(tx, gone, kept, now);
  moveCampaignRecipients(tx, gone, kept);
  moveRefusals(tx, gone, kept);
  tx.run('UPDATE OR IGNORE consent_event SET contact_id = ? WHERE contact_id = ?', kept, gone);
  settleConsent(tx, kept, now);
  deleteContact(tx, gone);
}
