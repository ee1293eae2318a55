import type { ContactId } from '#shared/ids.ts';
import type { IdentityKind } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

/** One way to name a person. The scope is the portfolio for user ids and empty for the rest. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly value: string;
  readonly scope: string;
}

/** Who is, or was, called by an identity. */
export interface Holder {
  readonly contactId: ContactId;
  readonly firstSeenAt: number;
}

/**
 * The person an identity meant at that time. Numbers change hands, so somebody who held it until
 * later than `at` comes before the one who holds it now. Source: meta-platform §3.4.
 */
export function holderAt(db: Reader, identity: Identity, at: number): Holder | undefined {
  const row = db
    .prepare<{ contact_id: ContactId; first_seen_at: number }>(
      `SELECT contact_id, first_seen_at FROM contact_identity
       WHERE value = ? AND kind = ? AND scope = ? AND (is_active = 1 OR superseded_at >= ?)
       ORDER BY is_active, superseded_at LIMIT 1`,
    )
    .get(identity.value, identity.kind, identity.scope, at);
  return row && { contactId: row.contact_id, firstSeenAt: row.first_seen_at };
}

/** What a person goes by now. */
export function listIdentities(db: Reader, contactId: ContactId): Identity[] {
  return db
    .prepare<Identity>(
      `SELECT kind, value, scope FROM contact_identity
       WHERE contact_id = ? AND is_active = 1 ORDER BY kind, value`,
    )
    .all(contactId);
}

/** Notes that this person was called by the identity at `at`, and settles who holds it now. */
export function claimIdentity(
  tx: WriteTx,
  contactId: ContactId,
  identity: Identity,
  at: number,
): void {
  upsertFacts(tx, contactId, identity, { firstSeenAt: at, assignedAt: 0, leftAt: 0 });
}

/** WhatsApp said that the person moved to this identity at `at`. */
export function assignIdentity(
  tx: WriteTx,
  contactId: ContactId,
  identity: Identity,
  at: number,
): void {
  upsertFacts(tx, contactId, identity, { firstSeenAt: at, assignedAt: at, leftAt: 0 });
}

/** WhatsApp said that the person no longer goes by this identity since `at`. */
export function leaveIdentity(
  tx: WriteTx,
  contactId: ContactId,
  identity: Identity,
  at: number,
): void {
  upsertFacts(tx, contactId, identity, { firstSeenAt: at, assignedAt: 0, leftAt: at });
}

interface Facts {
  readonly firstSeenAt: number;
  readonly assignedAt: number;
  readonly leftAt: number;
}

function upsertFacts(tx: WriteTx, contactId: ContactId, identity: Identity, facts: Facts): void {
  const known = tx
    .prepare<{ id: number; first_seen_at: number; assigned_at: number; left_at: number }>(
      `SELECT id, first_seen_at, assigned_at, left_at FROM contact_identity
       WHERE value = ? AND kind = ? AND scope = ? AND contact_id = ?`,
    )
    .get(identity.value, identity.kind, identity.scope, contactId);
  if (known === undefined) {
    // Inactive at first, because somebody else may still hold it until `settleHolders` has decided.
    tx.run(
      `INSERT INTO contact_identity (contact_id, kind, value, scope, is_active, first_seen_at, assigned_at, left_at)
       VALUES (?, ?, ?, ?, 0, ?, ?, ?)`,
      contactId,
      identity.kind,
      identity.value,
      identity.scope,
      facts.firstSeenAt,
      facts.assignedAt,
      facts.leftAt,
    );
  } else {
    const firstSeenAt = Math.min(known.first_seen_at, facts.firstSeenAt);
    const assignedAt = Math.max(known.assigned_at, facts.assignedAt);
    const leftAt = Math.max(known.left_at, facts.leftAt);
    const isKnown =
      firstSeenAt === known.first_seen_at &&
      assignedAt === known.assigned_at &&
      leftAt === known.left_at;
    if (isKnown) return;
    tx.run(
      'UPDATE contact_identity SET first_seen_at = ?, assigned_at = ?, left_at = ? WHERE id = ?',
      firstSeenAt,
      assignedAt,
      leftAt,
      known.id,
    );
  }
  settleHolders(tx, identity);
}

interface HolderRow {
  readonly id: number;
  readonly is_active: number;
  readonly first_seen_at: number;
  readonly assigned_at: number;
  readonly left_at: number;
  readonly superseded_at: number | null;
}

/**
 * Works out from what is known who holds an identity: nobody who left it, and of several the one
 * seen with it first at the latest time, because a number that changes hands is new to its new owner.
 */
export function settleHolders(tx: WriteTx, identity: Identity): void {
  const rows = tx
    .prepare<HolderRow>(
      `SELECT id, is_active, first_seen_at, assigned_at, left_at, superseded_at FROM contact_identity
       WHERE value = ? AND kind = ? AND scope = ? ORDER BY first_seen_at, contact_id`,
    )
    .all(identity.value, identity.kind, identity.scope);
  const settled = rows.map((row, index) => {
    const leftAt = row.left_at > row.assigned_at ? row.left_at : Infinity;
    const supersededAt = Math.min(leftAt, rows[index + 1]?.first_seen_at ?? Infinity);
    return { row, supersededAt: supersededAt === Infinity ? null : supersededAt };
  });
  // Two may not hold the same at any moment: first they give up, then one takes.
  for (const isActive of [0, 1]) {
    for (const { row, supersededAt } of settled) {
      if ((supersededAt === null ? 1 : 0) !== isActive) continue;
      if (row.is_active === isActive && row.superseded_at === supersededAt) continue;
      tx.run(
        'UPDATE contact_identity SET is_active = ?, superseded_at = ? WHERE id = ?',
        isActive,
        supersededAt,
        row.id,
      );
    }
  }
}

/** A username names nobody for good: it is shown, and the latest one is the current one. Source: meta-platform §3.1. */
export function noteUsername(
  tx: WriteTx,
  contactId: ContactId,
  username: string,
  at: number,
): void {
  const { changes } = tx.run(
    `INSERT INTO contact_identity (contact_id, kind, value, is_active, first_seen_at, assigned_at)
     SELECT ?, 'username', ?, 0, ?, ? WHERE NOT EXISTS (
       SELECT 1 FROM contact_identity WHERE contact_id = ? AND kind = 'username' AND value = ?)`,
    contactId,
    username,
    at,
    at,
    contactId,
    username,
  );
  const moved = tx.run(
    `UPDATE contact_identity SET assigned_at = max(assigned_at, ?), first_seen_at = min(first_seen_at, ?)
     WHERE contact_id = ? AND kind = 'username' AND value = ? AND (assigned_at < ? OR first_seen_at > ?)`,
    at,
    at,
    contactId,
    username,
    at,
    at,
  );
  if (changes + moved.changes > 0) settleUsername(tx, contactId);
}

/** Somebody wrote at `at` and had no username then. Their earlier ones are names of the past. */
export function noteNoUsername(tx: WriteTx, contactId: ContactId, at: number): void {
  const { changes } = tx.run(
    'UPDATE contact SET username_absent_at = ? WHERE id = ? AND username_absent_at < ?',
    at,
    contactId,
    at,
  );
  if (changes > 0) settleUsername(tx, contactId);
}

export function settleUsername(tx: WriteTx, contactId: ContactId): void {
  tx.run(
    `UPDATE contact_identity SET is_active = NOT is_active
     WHERE contact_id = ? AND kind = 'username' AND is_active <> coalesce(id = (
       SELECT i.id FROM contact_identity i JOIN contact c ON c.id = i.contact_id
       WHERE i.contact_id = ? AND i.kind = 'username' AND i.assigned_at >= c.username_absent_at
       ORDER BY i.assigned_at DESC, i.value DESC LIMIT 1), 0)`,
    contactId,
    contactId,
  );
}

/** Whether this person goes by a user id of the same portfolio other than the given one. */
export function hasOtherUserId(
  db: Reader,
  contactId: ContactId,
  bsuid: string,
  scope: string,
): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM contact_identity
         WHERE contact_id = ? AND kind = 'bsuid' AND scope = ? AND is_active = 1 AND value <> ? LIMIT 1`,
      )
      .get(contactId, scope, bsuid) !== undefined
  );
}

/** Whether the two go by different user ids of one portfolio, and so are two people for Meta. */
export function differInUserId(db: Reader, a: ContactId, b: ContactId): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM contact_identity x JOIN contact_identity y
           ON y.contact_id = ? AND y.kind = 'bsuid' AND y.is_active = 1 AND y.scope = x.scope AND y.value <> x.value
         WHERE x.contact_id = ? AND x.kind = 'bsuid' AND x.is_active = 1 LIMIT 1`,
      )
      .get(b, a) !== undefined
  );
}

/** Gives all identities of one person to another, in whom the first is absorbed. */
export function moveIdentities(tx: WriteTx, from: ContactId, to: ContactId): void {
  const rows = tx
    .prepare<Identity & Facts & { id: number }>(
      `SELECT id, kind, value, scope, first_seen_at AS firstSeenAt, assigned_at AS assignedAt, left_at AS leftAt
       FROM contact_identity WHERE contact_id = ?`,
    )
    .all(from);
  tx.run('DELETE FROM contact_identity WHERE contact_id = ?', from);
  for (const row of rows) {
    if (row.kind !== 'username') {
      upsertFacts(tx, to, row, row);
      continue;
    }
    noteUsername(tx, to, row.value, row.firstSeenAt);
    noteUsername(tx, to, row.value, row.assignedAt);
  }
  settleUsername(tx, to);
}
