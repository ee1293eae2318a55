import { asId } from '#shared/ids.ts';
import type { AccountId, BlockId, ContactId } from '#shared/ids.ts';
import type { BlockActor } from '#shared/models/block.ts';
import { noteChats } from './contacts.ts';
import type { Reader, WriteTx } from './store.ts';

/** What WhatsApp may call somebody who is blocked. */
export interface BlockedPerson {
  readonly contactId: ContactId | null;
  readonly phone: string | null;
  readonly waId: string | null;
  readonly bsuid: string | null;
}

export interface ActiveBlock extends BlockedPerson {
  readonly id: BlockId;
  readonly accountId: AccountId;
  readonly blockedAt: number;
}

const ACTIVE = `
  SELECT id, account_id AS accountId, contact_id AS contactId, phone, wa_id AS waId, bsuid,
    blocked_at AS blockedAt
  FROM blocked_user`;

export function activeBlock(db: Reader, id: BlockId): ActiveBlock | undefined {
  return db.prepare<ActiveBlock>(`${ACTIVE} WHERE id = ? AND is_active = 1`).get(id);
}

export function activeBlockOf(
  db: Reader,
  accountId: AccountId,
  contactId: ContactId,
): ActiveBlock | undefined {
  return db
    .prepare<ActiveBlock>(`${ACTIVE} WHERE contact_id = ? AND account_id = ? AND is_active = 1`)
    .get(contactId, accountId);
}

/** Those of a number in the order of their ids, from after `after`. */
export function activeBlocks(
  db: Reader,
  accountId: AccountId,
  after: number,
  limit: number,
): ActiveBlock[] {
  return db
    .prepare<ActiveBlock>(
      `${ACTIVE} NOT INDEXED
       WHERE account_id = ? AND is_active = 1 AND id > ? ORDER BY id LIMIT ?`,
    )
    .all(accountId, after, limit);
}

export function activeBlocksByPhone(db: Reader, phones: readonly string[]): ActiveBlock[] {
  return db
    .prepare<ActiveBlock>(
      `${ACTIVE} WHERE is_active = 1 AND phone IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(phones));
}

const OF_CONNECTED_NUMBERS = `account_id IN (
  SELECT id FROM account a WHERE a.is_active = 1 AND a.removed_at IS NULL)`;

/** Blocks whose time is over, of numbers that can end them; at most a thousand. */
export function dueBlocks(db: Reader, now: number): ActiveBlock[] {
  return db
    .prepare<ActiveBlock>(
      `${ACTIVE} WHERE is_active = 1 AND until <= ? AND ${OF_CONNECTED_NUMBERS}
       ORDER BY until LIMIT 1000`,
    )
    .all(now);
}

/** When the next block ends by itself. */
export function nextBlockEnd(db: Reader): number | undefined {
  return db
    .prepare<{ until: number }>(
      `SELECT until FROM blocked_user
       WHERE is_active = 1 AND until IS NOT NULL AND ${OF_CONNECTED_NUMBERS} ORDER BY until LIMIT 1`,
    )
    .get()?.until;
}

export interface NewBlock {
  readonly accountId: AccountId;
  readonly person: BlockedPerson;
  readonly reason: string;
  readonly until: number | null;
  readonly by: BlockActor;
}

/** Somebody is blocked now. Earlier refusals of the same block are forgotten. */
export function addBlock(tx: WriteTx, block: NewBlock, now: number): BlockId {
  forgetRefusals(tx, block);
  const id = insert(tx, block, { isActive: true, problem: null }, now);
  if (block.person.contactId !== null) noteChats(tx, block.person.contactId);
  tx.note({ kind: 'blocks' });
  return id;
}

/** WhatsApp did not take a block. The latest such attempt is kept, with Meta's reason. */
export function addRefusedBlock(tx: WriteTx, block: NewBlock, problem: string, now: number): void {
  forgetRefusals(tx, block);
  insert(tx, block, { isActive: false, problem }, now);
  tx.note({ kind: 'blocks' });
}

function insert(
  tx: WriteTx,
  { accountId, person, reason, until, by }: NewBlock,
  { isActive, problem }: { readonly isActive: boolean; readonly problem: string | null },
  now: number,
): BlockId {
  const { lastInsertRowid } = tx.run(
    `INSERT INTO blocked_user
       (account_id, contact_id, phone, wa_id, bsuid, is_active, reason, blocked_by, blocked_at, until, meta_error)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    accountId,
    person.contactId,
    person.phone,
    person.waId,
    person.bsuid,
    isActive ? 1 : 0,
    reason,
    by,
    now,
    until,
    problem,
  );
  return asId<BlockId>(lastInsertRowid);
}

function forgetRefusals(tx: WriteTx, { accountId, person }: NewBlock): void {
  if (person.contactId === null) return;
  tx.run(
    `DELETE FROM blocked_user INDEXED BY blocked_user_contact
     WHERE contact_id = ? AND account_id = ? AND is_active = 0 AND unblocked_at IS NULL`,
    person.contactId,
    accountId,
  );
}

/** Writes another reason or end into a block that stands. What they were stays as a row of history. */
export function changeBlock(
  tx: WriteTx,
  id: BlockId,
  { reason, until }: { readonly reason: string; readonly until: number | null },
  now: number,
): void {
  const { changes } = tx.run(
    `INSERT INTO blocked_user
       (account_id, contact_id, phone, wa_id, bsuid, is_active, reason, blocked_by, blocked_at, until,
        unblocked_at, unblocked_by)
     SELECT account_id, contact_id, phone, wa_id, bsuid, 0, reason, blocked_by, blocked_at, until,
       ?, 'change'
     FROM blocked_user WHERE id = ? AND (reason <> ? OR until IS NOT ?)`,
    now,
    id,
    reason,
    until,
  );
  if (changes === 0) return;
  tx.run('UPDATE blocked_user SET reason = ?, until = ? WHERE id = ?', reason, until, id);
  tx.note({ kind: 'blocks' });
}

/** The block is over; its row stays as history. */
export function endBlock(tx: WriteTx, block: ActiveBlock, by: BlockActor, now: number): void {
  tx.run(
    `UPDATE blocked_user SET is_active = 0, unblocked_at = ?, unblocked_by = ?, meta_error = NULL
     WHERE id = ? AND is_active = 1`,
    now,
    by,
    block.id,
  );
  if (block.contactId !== null) noteChats(tx, block.contactId);
  tx.note({ kind: 'blocks' });
}

/** WhatsApp did not let go of somebody: the block stands, with the reason. */
export function noteBlockProblem(tx: WriteTx, id: BlockId, problem: string): void {
  tx.run('UPDATE blocked_user SET meta_error = ? WHERE id = ?', problem, id);
  tx.note({ kind: 'blocks' });
}

/** One person takes over the blocks of another, who goes. Of two that stand, the older one stays. */
export function moveBlocks(tx: WriteTx, from: ContactId, to: ContactId, now: number): void {
  const doubled = tx
    .prepare<{ id: BlockId }>(
      `SELECT iif(b.blocked_at < a.blocked_at, a.id, b.id) AS id
       FROM blocked_user a JOIN blocked_user b
         ON b.contact_id = ? AND b.account_id = a.account_id AND b.is_active = 1
       WHERE a.contact_id = ? AND a.is_active = 1`,
    )
    .all(from, to);
  for (const { id } of doubled) {
    tx.run(
      `UPDATE blocked_user SET is_active = 0, unblocked_at = ?, unblocked_by = 'merge' WHERE id = ?`,
      now,
      id,
    );
  }
  tx.run('UPDATE blocked_user SET contact_id = ? WHERE contact_id = ?', to, from);
}
