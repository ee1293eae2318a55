import type { JsonObject } from '#shared/json.ts';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { ChatId, ContactId } from '#shared/ids.ts';
import type { Reader } from './store.ts';

/** A table whose rows belong to people or to their chats, as far as a merge touches it. */
export interface MergedTable {
  readonly name: string;
  /** The columns by which a row is the same before and after. */
  readonly key: readonly string[];
  /** Which rows; `?` is a JSON list of contact ids, or of chat ids. */
  readonly where: string;
  readonly by: 'people' | 'chats';
  /** What follows from other rows, and is worked out anew. */
  readonly derived?: readonly string[];
  /** Rows of other tables without which one of this table can't be. */
  readonly needs?: readonly { readonly column: string; readonly table: string }[];
}

const LISTED = 'IN (SELECT value FROM json_each(?))';
const OF_PEOPLE = { where: `contact_id ${LISTED}`, by: 'people' } as const;
const OF_CHATS = { where: `conversation_id ${LISTED}`, by: 'chats' } as const;

/**
 * Everything of two people that a merge may change, but for messages and what waits in the outbox,
 * which may be many and go with their messages. Whom others refer to comes first.
 */
export const MERGED_TABLES: readonly MergedTable[] = [
  {
    name: 'contact',
    key: ['id'],
    where: `id ${LISTED}`,
    by: 'people',
    derived: ['is_blocked', 'latest_message_at'],
  },
  {
    name: 'conversation',
    key: ['id'],
    ...OF_PEOPLE,
    derived: [
      'last_message_id',
      'last_message_at',
      'last_outbound_at',
      'unread_count',
      'is_waiting',
      'failed_count',
    ],
  },
  {
    name: 'contact_identity',
    key: ['contact_id', 'kind', 'value', 'scope'],
    ...OF_PEOPLE,
    derived: ['id', 'is_active', 'superseded_at'],
  },
  {
    name: 'contact_label',
    key: ['contact_id', 'label_id'],
    ...OF_PEOPLE,
    needs: [{ column: 'label_id', table: 'label' }],
  },
  {
    name: 'contact_field',
    key: ['contact_id', 'field_id'],
    ...OF_PEOPLE,
    needs: [{ column: 'field_id', table: 'custom_field' }],
  },
  { name: 'consent_event', key: ['id'], ...OF_PEOPLE },
  { name: 'blocked_user', key: ['id'], ...OF_PEOPLE },
  { name: 'campaign_recipient', key: ['id'], ...OF_PEOPLE },
  {
    name: 'conversation_label',
    key: ['conversation_id', 'label_id'],
    ...OF_CHATS,
    needs: [{ column: 'label_id', table: 'label' }],
  },
  { name: 'read_receipt', key: ['conversation_id'], ...OF_CHATS },
  { name: 'scheduled_message', key: ['id'], ...OF_CHATS },
  { name: 'note', key: ['id'], ...OF_CHATS },
  { name: 'draft_attachment', key: ['id'], ...OF_CHATS },
  {
    name: 'removed_label_holder',
    key: ['label_id', 'kind', 'holder_id'],
    where: `kind = 'contact' AND holder_id ${LISTED}`,
    by: 'people',
    needs: [{ column: 'label_id', table: 'removed_label' }],
  },
  {
    name: 'removed_label_holder',
    key: ['label_id', 'kind', 'holder_id'],
    where: `kind = 'chat' AND holder_id ${LISTED}`,
    by: 'chats',
    needs: [{ column: 'label_id', table: 'removed_label' }],
  },
  {
    name: 'merge_refusal',
    key: ['a_id', 'b_id'],
    where: 'EXISTS (SELECT 1 FROM json_each(?) w WHERE w.value IN (a_id, b_id))',
    by: 'people',
    needs: [
      { column: 'a_id', table: 'contact' },
      { column: 'b_id', table: 'contact' },
    ],
  },
];

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** Rows by table and key. */
export type Picture = ReadonlyMap<string, ReadonlyMap<string, Row>>;

interface Whose {
  readonly people: readonly ContactId[];
  readonly chats: readonly ChatId[];
}

/** All rows of these people and chats, without what follows from others. */
export function takePicture(db: Reader, whose: Whose): Picture {
  const picture = new Map<string, Map<string, Row>>();
  for (const table of MERGED_TABLES) {
    const rows = picture.get(table.name) ?? new Map<string, Row>();
    picture.set(table.name, rows);
    const columns = keptColumns(db, table).join(', ');
    const found = db
      .prepare<Row>(`SELECT ${columns} FROM ${table.name} WHERE ${table.where}`)
      .all(JSON.stringify(whose[table.by]));
    for (const row of found) rows.set(keyOf(table, row), row);
  }
  return picture;
}

export function keyOf({ key }: MergedTable, row: Row): string {
  return JSON.stringify(key.map((column) => row[column]));
}

/** Without those that SQLite works out itself, which `table_info` leaves out. */
export function keptColumns(db: Reader, { name, derived = [] }: MergedTable): string[] {
  return db
    .prepare<{ name: string }>(`PRAGMA table_info(${name})`)
    .all()
    .map((column) => column.name)
    .filter((column) => !derived.includes(column));
}

/** The row with this key as it is now. */
export function rowNow(db: Reader, table: MergedTable, of: Row): Row | undefined {
  const columns = keptColumns(db, table).join(', ');
  return db
    .prepare<Row>(
      `SELECT ${columns} FROM ${table.name} WHERE ${table.key.map((name) => `${name} = ?`).join(' AND ')}`,
    )
    .get(...table.key.map((name) => of[name]));
}

/** A row as the journal keeps it. */
export function readRow(text: string): Row {
  const value = parseJson(text);
  return isJsonObject(value) ? cellsOf(value) : {};
}

function cellsOf(value: JsonObject): Row {
  const cells: Record<string, Cell> = {};
  for (const [name, cell] of Object.entries(value)) {
    if (cell === null || typeof cell === 'string' || typeof cell === 'number') cells[name] = cell;
  }
  return cells;
}
