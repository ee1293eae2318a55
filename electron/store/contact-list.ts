import type { ChatId, ContactId } from '#shared/ids.ts';
import type { Contact, ContactOrder } from '#shared/models/contact.ts';
import { toChatLabels } from './chat-labels.ts';
import { decodeContactCursor, encodeContactCursor } from './contact-cursor.ts';
import { bestName, identityOf } from './contact-name.ts';
import { IS_PERSON, allOf, conditionOf, fewOf } from './contact-question.ts';
import type { ContactQuestion } from './contact-question.ts';
import type { Reader } from './store.ts';

/** Which people, in which order, and how many of them. */
export interface ContactQuery extends ContactQuestion {
  readonly order: ContactOrder;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface ContactSlice {
  readonly contacts: readonly Contact[];
  readonly nextCursor: string | null;
}

interface ContactRow {
  readonly id: ContactId;
  readonly best_name: string;
  readonly sort_name: string;
  readonly phone: string | null;
  readonly username: string | null;
  readonly bsuid: string | null;
  readonly email: string | null;
  readonly language: string | null;
  readonly labels: string;
  readonly opted_out: number;
  readonly is_blocked: number;
  readonly latest_message_at: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly sort_key: string | number;
}

const COLUMNS = `c.id, ${bestName('c')} AS best_name, c.sort_name,
  ${identityOf('c.id', 'phone')} AS phone,
  ${identityOf('c.id', 'username')} AS username, ${identityOf('c.id', 'bsuid')} AS bsuid,
  c.email, c.language, c.opted_out, c.is_blocked, c.latest_message_at, c.created_at, c.updated_at,
  (SELECT json_group_array(json_object('id', l.id, 'name', l.name, 'color', l.color))
   FROM contact_label x JOIN label l ON l.id = x.label_id WHERE x.contact_id = c.id) AS labels`;

interface Plan {
  readonly index: string;
  readonly key: string;
  readonly isRising: boolean;
}

const PLANS: Readonly<Record<ContactOrder, Plan>> = {
  name: { index: 'contact_by_name', key: 'sort_name', isRising: true },
  latest_message: { index: 'contact_by_last_message', key: 'latest_message_at', isRising: false },
  created: { index: 'contact_by_age', key: 'created_at', isRising: false },
};

/** So many are sorted quicker than found by walking through everyone in their order. */
const FEW = 3000;

/**
 * One page of people. Filters that few of them pass may walk through all: for the reading thread. A
 * cursor that is not of this order begins anew.
 */
export function pageContacts(db: Reader, query: ContactQuery): ContactSlice {
  const { index, key, isRising } = PLANS[query.order];
  const few = fewOf(db, query, FEW);
  const source = few === null ? `contact c INDEXED BY ${index}` : 'contact c';
  const after = query.cursor === null ? null : decodeContactCursor(query.cursor);
  const [direction, beyond] = isRising ? ['ASC', '>'] : ['DESC', '<'];
  const condition = allOf([
    ...(few === null ? [] : [among(few)]),
    ...(after === null
      ? []
      : [{ sql: `(c.${key}, c.id) ${beyond} (?, ?)`, parameters: [after.key, after.id] }]),
    conditionOf(query, 'one by one'),
  ]);
  const rows = db
    .prepare<ContactRow>(
      `SELECT ${COLUMNS}, c.${key} AS sort_key FROM ${source} WHERE ${condition.sql}
       ORDER BY c.${key} ${direction}, c.id ${direction} LIMIT ?`,
    )
    .all(...condition.parameters, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    contacts: shown.map(toContact),
    nextCursor:
      last === undefined ? null : encodeContactCursor({ key: last.sort_key, id: last.id }),
  };
}

export function findContact(db: Reader, id: ContactId): Contact | undefined {
  const row = db
    .prepare<ContactRow>(
      `SELECT ${COLUMNS}, c.id AS sort_key FROM contact c WHERE c.id = ? AND ${IS_PERSON}`,
    )
    .get(id);
  return row && toContact(row);
}

export interface FreshQuery extends ContactQuestion {
  readonly contactIds: readonly ContactId[];
  /** Those whom these chats are with are meant too. */
  readonly chatIds: readonly ChatId[];
}

export interface FreshSlice {
  readonly fitting: readonly Contact[];
  /** Asked about, but not, or no longer, among those who fit. */
  readonly others: readonly ContactId[];
}

/** Which of some people fit a question now, as they are now. */
export function freshContacts(db: Reader, query: FreshQuery): FreshSlice {
  const asked = new Set([...query.contactIds, ...peopleOf(db, query.chatIds)]);
  const condition = allOf([among([...asked]), conditionOf(query, 'one by one')]);
  const fitting = db
    .prepare<ContactRow>(
      `SELECT ${COLUMNS}, c.id AS sort_key FROM contact c WHERE ${condition.sql}`,
    )
    .all(...condition.parameters)
    .map(toContact);
  const fit = new Set(fitting.map(({ id }) => id));
  return { fitting, others: [...asked].filter((id) => !fit.has(id)) };
}

function peopleOf(db: Reader, chatIds: readonly ChatId[]): ContactId[] {
  return db
    .prepare<{ id: ContactId }>(
      'SELECT contact_id AS id FROM conversation WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(chatIds))
    .map(({ id }) => id);
}

function among(ids: readonly ContactId[]) {
  return { sql: 'c.id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(ids)] };
}

function toContact(row: ContactRow): Contact {
  return {
    id: row.id,
    name: row.best_name,
    sortName: row.sort_name,
    phone: row.phone,
    username: row.username,
    bsuid: row.bsuid,
    email: row.email,
    language: row.language,
    labels: toChatLabels(row.labels).map(({ id, name, color }) => ({ id, name, color })),
    optedOut: row.opted_out === 1,
    isBlocked: row.is_blocked === 1,
    latestMessageAt: row.latest_message_at === 0 ? null : row.latest_message_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
