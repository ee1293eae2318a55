import type { ContactId } from '#shared/ids.ts';
import type { ConsentEventTable } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

export type ConsentEvent = Pick<
  ConsentEventTable,
  'contact_id' | 'kind' | 'source' | 'evidence' | 'at'
>;

/** Signing up through a link of ours is remembered on the contact, with the link. */
export const SIGNUP_SOURCE = 'signup_link';

/** Adds a line to the ledger and brings the contact in line. A repetition changes nothing. */
export function recordConsent(tx: WriteTx, event: ConsentEvent, now: number): void {
  const { changes } = tx.run(
    `INSERT INTO consent_event (contact_id, kind, source, evidence, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    event.contact_id,
    event.kind,
    event.source,
    event.evidence,
    event.at,
  );
  if (changes > 0) settleConsent(tx, event.contact_id, now);
}

export function isOptedOut(db: Reader, contactId: ContactId): boolean {
  return (
    db.prepare<{ opted_out: number }>('SELECT opted_out FROM contact WHERE id = ?').get(contactId)
      ?.opted_out === 1
  );
}

/** Everything a person ever said about offers, the latest first. */
export function consentEvents(
  db: Reader,
  contactId: ContactId,
): Omit<ConsentEvent, 'contact_id'>[] {
  return db
    .prepare<Omit<ConsentEvent, 'contact_id'>>(
      `SELECT kind, source, evidence, at FROM consent_event
       WHERE contact_id = ? ORDER BY at DESC, kind = 'opt_out' DESC`,
    )
    .all(contactId);
}

/** The latest word counts, whatever order it came in; of two at the same time, the stricter one. */
export function settleConsent(tx: WriteTx, contactId: ContactId, now: number): void {
  const latest = tx
    .prepare<{ kind: string }>(
      `SELECT kind FROM consent_event WHERE contact_id = ?
       ORDER BY at DESC, kind = 'opt_out' DESC LIMIT 1`,
    )
    .get(contactId);
  if (latest === undefined) return;
  const signup = tx
    .prepare<{ signup_id: string | number | null; at: number }>(
      `SELECT json_extract(evidence, '$.signup_id') AS signup_id, at FROM consent_event
       WHERE contact_id = ? AND source = '${SIGNUP_SOURCE}' ORDER BY at DESC, id DESC LIMIT 1`,
    )
    .get(contactId);
  const optedOut = latest.kind === 'opt_out' ? 1 : 0;
  const signupId =
    signup === undefined || signup.signup_id === null ? null : String(signup.signup_id);
  const signedUpAt = signup?.at ?? null;
  tx.run(
    `UPDATE contact SET opted_out = ?, subscribed_via_signup_id = coalesce(?, subscribed_via_signup_id),
       subscribed_at = coalesce(?, subscribed_at), updated_at = ?
     WHERE id = ? AND (opted_out <> ? OR subscribed_via_signup_id IS NOT coalesce(?, subscribed_via_signup_id)
       OR subscribed_at IS NOT coalesce(?, subscribed_at))`,
    optedOut,
    signupId,
    signedUpAt,
    now,
    contactId,
    optedOut,
    signupId,
    signedUpAt,
  );
}

/** The line of the ledger that says this, if there is one. */
export function consentEventAt(
  db: Reader,
  event: Pick<ConsentEvent, 'contact_id' | 'kind' | 'source' | 'at'>,
): { readonly id: number } | undefined {
  return db
    .prepare<{ id: number }>(
      'SELECT id FROM consent_event WHERE contact_id = ? AND kind = ? AND source = ? AND at = ?',
    )
    .get(event.contact_id, event.kind, event.source, event.at);
}

/** For undoing only: what a person said is never taken out. */
export function removeConsentEvent(tx: WriteTx, id: number): void {
  tx.run('DELETE FROM consent_event WHERE id = ?', id);
}

export function hasConsentEvents(db: Reader, contactId: ContactId): boolean {
  return (
    db.prepare('SELECT 1 FROM consent_event WHERE contact_id = ? LIMIT 1').get(contactId) !==
    undefined
  );
}
