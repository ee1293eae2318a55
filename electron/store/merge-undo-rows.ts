import type { MergeId } from '#shared/ids.ts';
import { settleHolders, settleUsername } from './identities.ts';
import type { Identity } from './identities.ts';
import type { MergePair } from './merge-journal.ts';
import { MERGED_TABLES, keptColumns, readRow, rowNow } from './merge-tables.ts';
import type { Cell, MergedTable, Row } from './merge-tables.ts';
import type { Reader, WriteTx } from './store.ts';

/** How one row differed after the merge. */
interface Difference {
  readonly table: MergedTable;
  readonly was: Row | undefined;
  readonly became: Row | undefined;
}

/** What each thing of the one who went is called now. */
type Names = ReadonlyMap<Cell, Cell>;

/**
 * Gives the rows of two people what they said before their merge, wherever they still say what it
 * made of them. What was changed since stays.
 */
export function restoreRows(tx: WriteTx, id: MergeId, { kept, gone }: MergePair): void {
  const differences = MERGED_TABLES.flatMap((table) => differencesOf(tx, id, table));
  const people: Names = new Map([[gone, kept]]);
  const chats = joinedChats(tx, id);
  const learnt = differences.filter(({ table }) => table.name === 'contact_identity');
  const others = differences.filter(({ table }) => !learnt.some((one) => one.table === table));
  const returning = others.filter(({ became }) => became === undefined);
  // Asked before the first row goes: what the owner took away since does not come back.
  const wanted = returning.filter((one) => isStillThere(tx, one, { people, chats }));
  const namesBack = learnt.map((one) => withLaterFacts(tx, one, learnt, { kept, gone }));
  for (const one of differences) if (one.was === undefined) removeRow(tx, one);
  for (const { table, was } of wanted) if (was !== undefined) insertRow(tx, table, was);
  for (const { table, was, became } of others) {
    if (was !== undefined && became !== undefined) revertColumns(tx, table, was, became);
  }
  for (const name of namesBack) if (name !== undefined) writeName(tx, name);
  settleNames(tx, learnt, { kept, gone });
}

function differencesOf(db: Reader, id: MergeId, table: MergedTable): Difference[] {
  // One table may be told of twice, for people and for chats; its rows are read once.
  if (MERGED_TABLES.find(({ name }) => name === table.name) !== table) return [];
  return db
    .prepare<{ was: string | null; became: string | null }>(
      'SELECT was, became FROM merge_row WHERE merge_id = ? AND table_name = ?',
    )
    .all(id, table.name)
    .map(({ was, became }) => ({
      table,
      was: was === null ? undefined : readRow(was),
      became: became === null ? undefined : readRow(became),
    }));
}

function joinedChats(db: Reader, id: MergeId): Names {
  const rows = db
    .prepare<{ chat_id: number; joined_into: number }>(
      'SELECT chat_id, joined_into FROM merge_chat WHERE merge_id = ? AND joined_into IS NOT NULL',
    )
    .all(id);
  return new Map(rows.map((row) => [row.chat_id, row.joined_into]));
}

/** Whether what a row became in the merge, under the names of those who stayed, is there today. */
function isStillThere(
  db: Reader,
  { table, was }: Difference,
  { people, chats }: { readonly people: Names; readonly chats: Names },
): boolean {
  if (was === undefined) return false;
  if (table.key.includes('id') || table.name === 'merge_refusal') return true;
  const isOfChat = table.by === 'chats' || was['kind'] === 'chat';
  const names = isOfChat ? chats : people;
  const owners = ['contact_id', 'conversation_id', 'holder_id'];
  const image = Object.fromEntries(
    Object.entries(was).map(([column, cell]) => [
      column,
      owners.includes(column) ? (names.get(cell) ?? cell) : cell,
    ]),
  );
  return rowNow(db, table, image) !== undefined;
}

function insertRow(tx: WriteTx, table: MergedTable, row: Row): void {
  if (!hasAllItNeeds(tx, table, row)) return;
  const isIdTaken = table.key.includes('id') && rowNow(tx, table, row) !== undefined;
  const columns = keptColumns(tx, table).filter(
    (column) => column in row && !(isIdTaken && column === 'id'),
  );
  tx.run(
    `INSERT OR IGNORE INTO ${table.name} (${columns.join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map((column) => row[column]),
  );
}

function hasAllItNeeds(db: Reader, { needs = [] }: MergedTable, row: Row): boolean {
  return needs.every(
    ({ column, table }) =>
      db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(row[column]) !== undefined,
  );
}

/** Takes away a row that the merge made, unless it says something else by now. */
function removeRow(tx: WriteTx, { table, became }: Difference): void {
  if (became === undefined) return;
  const now = rowNow(tx, table, became);
  const isName = table.name === 'contact_identity';
  if (now === undefined || !(isName || isSame(now, became))) return;
  tx.run(
    `DELETE FROM ${table.name} WHERE ${table.key.map((column) => `${column} = ?`).join(' AND ')}`,
    ...table.key.map((column) => became[column]),
  );
}

function isSame(a: Row, b: Row): boolean {
  return Object.entries(a).every(([column, cell]) => !(column in b) || b[column] === cell);
}

/** Blocks stand again in a step of their own: they may not while another stands. */
const ENDING = ['is_active', 'unblocked_at', 'unblocked_by'];

function revertColumns(tx: WriteTx, table: MergedTable, was: Row, became: Row): void {
  const now = rowNow(tx, table, was);
  if (now === undefined || (table.key.includes('id') && !isTheSameThing(now, became))) return;
  const isBlock = table.name === 'blocked_user';
  const columns = keptColumns(tx, table).filter(
    (column) =>
      column in was &&
      was[column] !== became[column] &&
      now[column] === became[column] &&
      !(isBlock && ENDING.includes(column)),
  );
  if (columns.length === 0) return;
  tx.run(
    `UPDATE ${table.name} SET ${columns.map((column) => `${column} = ?`).join(', ')}
     WHERE ${table.key.map((column) => `${column} = ?`).join(' AND ')}`,
    ...columns.map((column) => was[column]),
    ...table.key.map((column) => was[column]),
  );
}

/** Ids of what has left are given away again, but nothing is made twice at one time. */
function isTheSameThing(now: Row, became: Row): boolean {
  return ['created_at', 'media_id'].every((column) => now[column] === became[column]);
}

/** The blocks that a merge ended stand again, where no newer one stands. */
export function restoreBlocks(tx: WriteTx, id: MergeId): void {
  const ended = tx
    .prepare<{ was: string }>(
      `SELECT was FROM merge_row WHERE merge_id = ? AND table_name = 'blocked_user'
         AND json_extract(was, '$.is_active') = 1 AND json_extract(became, '$.is_active') = 0`,
    )
    .all(id)
    .map(({ was }) => readRow(was));
  for (const block of ended) {
    tx.run(
      `UPDATE blocked_user SET is_active = 1, unblocked_at = NULL, unblocked_by = NULL
       WHERE id = ? AND unblocked_by = 'merge' AND NOT EXISTS (
         SELECT 1 FROM blocked_user b WHERE b.contact_id = blocked_user.contact_id
           AND b.account_id = blocked_user.account_id AND b.is_active = 1)`,
      block['id'],
    );
  }
  if (ended.length > 0) tx.note({ kind: 'blocks' });
}

const FACTS = ['first_seen_at', 'assigned_at', 'left_at'] as const;

/** What somebody was called before, with what was learnt about it since the merge. */
function withLaterFacts(
  db: Reader,
  one: Difference,
  all: readonly Difference[],
  { kept }: MergePair,
): Row | undefined {
  const { table, was, became } = one;
  if (was === undefined) return undefined;
  const asKept = { ...was, contact_id: kept };
  const after = became ?? all.find((other) => isNamed(other.became, asKept))?.became;
  const now = rowNow(db, table, asKept);
  if (after === undefined || now === undefined) return was;
  const facts = FACTS.map((fact) => {
    if (now[fact] === after[fact]) return [fact, was[fact] ?? 0] as const;
    const both = [Number(was[fact]), Number(now[fact])];
    return [fact, fact === 'first_seen_at' ? Math.min(...both) : Math.max(...both)] as const;
  });
  return { ...was, ...Object.fromEntries(facts) };
}

function isNamed(row: Row | undefined, like: Row): boolean {
  return (
    row !== undefined &&
    ['contact_id', 'kind', 'value', 'scope'].every((column) => row[column] === like[column])
  );
}

function writeName(tx: WriteTx, name: Row): void {
  const { contact_id: contactId, kind, value, scope } = name;
  const who = [contactId, kind, value, scope];
  const facts = FACTS.map((fact) => name[fact]);
  const { changes } = tx.run(
    `UPDATE contact_identity SET first_seen_at = ?, assigned_at = ?, left_at = ?
     WHERE contact_id = ? AND kind = ? AND value = ? AND scope = ?`,
    ...facts,
    ...who,
  );
  if (changes > 0) return;
  // Inactive at first, because somebody else may still hold it until that is settled.
  tx.run(
    `INSERT INTO contact_identity (is_active, first_seen_at, assigned_at, left_at, contact_id, kind, value, scope)
     VALUES (0, ?, ?, ?, ?, ?, ?, ?)`,
    ...facts,
    ...who,
  );
}

function settleNames(tx: WriteTx, learnt: readonly Difference[], pair: MergePair): void {
  for (const row of learnt.flatMap(({ was, became }) => [was ?? became])) {
    const identity = row && toIdentity(row);
    if (identity !== undefined) settleHolders(tx, identity);
  }
  for (const contactId of [pair.kept, pair.gone]) settleUsername(tx, contactId);
}

const HELD = ['phone', 'wa_id', 'bsuid', 'parent_bsuid'] as const;

/** Undefined for usernames, which nobody holds against others. */
function toIdentity(row: Row): Identity | undefined {
  const kind = HELD.find((known) => known === row['kind']);
  return kind && { kind, value: String(row['value']), scope: String(row['scope']) };
}
