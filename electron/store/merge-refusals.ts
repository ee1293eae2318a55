import type { ContactId } from '#shared/ids.ts';
import type { WriteTx } from './store.ts';

/** The owner said that these are two people: nobody proposes again that they are one. */
export function refuseMerge(tx: WriteTx, a: ContactId, b: ContactId, now: number): void {
  tx.run(
    'INSERT OR IGNORE INTO merge_refusal (a_id, b_id, at) VALUES (min(?, ?), max(?, ?), ?)',
    a,
    b,
    a,
    b,
    now,
  );
  notePair(tx, a, b);
}

/** Takes the owner's word back. */
export function forgetRefusal(tx: WriteTx, a: ContactId, b: ContactId): void {
  tx.run('DELETE FROM merge_refusal WHERE a_id = min(?, ?) AND b_id = max(?, ?)', a, b, a, b);
  notePair(tx, a, b);
}

/** Whoever is not one of two is not the one whom both became. */
export function moveRefusals(tx: WriteTx, from: ContactId, to: ContactId): void {
  tx.run(
    `INSERT OR IGNORE INTO merge_refusal (a_id, b_id, at)
     SELECT min(o.id, ?), max(o.id, ?), o.at FROM (
       SELECT iif(a_id = ?, b_id, a_id) AS id, at FROM merge_refusal WHERE a_id = ? OR b_id = ?) o
     WHERE o.id <> ?`,
    to,
    to,
    from,
    from,
    from,
    to,
  );
}

function notePair(tx: WriteTx, a: ContactId, b: ContactId): void {
  for (const contactId of [a, b]) tx.note({ kind: 'contact', contactId });
}
