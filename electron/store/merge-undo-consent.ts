import { settleConsent } from './consent.ts';
import type { MergeEntry } from './merges.ts';
import type { WriteTx } from './store.ts';

/**
 * What was said about offers since the merge. A no counts for both, because nobody knows who else it
 * meant; a yes counts for the one who said it, where a message or a user id tells who that was.
 */
export function sortLaterConsent(
  tx: WriteTx,
  { kept, gone, lastConsentId }: MergeEntry,
  now: number,
): void {
  tx.run(
    `INSERT OR IGNORE INTO consent_event (contact_id, kind, source, evidence, at)
     SELECT ?, kind, source, evidence, at FROM consent_event
     WHERE contact_id = ? AND id > ? AND kind = 'opt_out'`,
    gone,
    kept,
    lastConsentId,
  );
  tx.run(
    `UPDATE OR REPLACE consent_event SET contact_id = ?
     WHERE contact_id = ? AND id > ? AND kind = 'opt_in' AND json_valid(evidence) AND (
       json_extract(evidence, '$.wamid') IN (SELECT m.wamid FROM message m
         JOIN conversation v ON v.id = m.conversation_id WHERE v.contact_id = ?)
       OR json_extract(evidence, '$.user_id') IN (SELECT value FROM contact_identity
         WHERE contact_id = ? AND kind = 'bsuid'))`,
    gone,
    kept,
    lastConsentId,
    gone,
    gone,
  );
  for (const contactId of [kept, gone]) settleConsent(tx, contactId, now);
}
