import type { ContactId, LabelId } from '#shared/ids.ts';
import type { Contact, ContactOrder } from '#shared/models/contact.ts';
import { searchTokens } from '#shared/search-text.ts';
import { toChatLabels } from './chat-labels.ts';
import { decodeContactCursor, encodeContactCursor } from './contact-cursor.ts';
import { bestName, identityOf } from './contact-name.ts';
import { nameCondition } from './search-chats.ts';
import type { Reader } from './store.ts';

/** Which people, and in which order. Null: all of them, whatever that is. */
export interface ContactQuery {
  /** Any part of a name, a number or a username. */
  readonly text: string | null;
  readonly order: ContactOrder;
  readonly labelId: LabelId | null;
  readonly optedOut: boolean | null;
  readonly isBlocked: boolean | null;
  readonly language: string | null;
  /** How their numbers begin, such as `+55`. */
  readonly phonePrefix: string | null;
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

const COLUMNS = `c.id, ${bestName('c')} AS best_name, ${identityOf('c.id', 'phone')} AS phone,
  ${identityOf('c.id', 'username')} AS username, ${identityOf('c.id', 'bsuid')} AS bsuid,
  c.email, c.language, c.opted_out, c.is_blocked, c.latest_message_at, c.created_at, c.updated_at,
  (SELECT json_group_array(json_object('id', l.id, 'name', l.name, 'color', l.color))
   FROM contact_label x JOIN label l ON l.id = x.label_id WHERE x.contact_id = c.id) AS labels`;

/** Groups have a nameless contact too, and whoever was erased may have left one: nobody goes by it. */
const IS_PERSON = `EXISTS (SELECT 1 FROM contact_identity p WHERE p.contact_id = c.id)`;

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

/**
 * One page of people. Filters that few of them pass walk through all: for the reading thread. A
 * cursor that is not of this order begins anew.
 */
export function pageContacts(db: Reader, query: ContactQuery): ContactSlice {
  const { index, key, isRising } = PLANS[query.order];
  const filter = filterOf(query);
  const after = query.cursor === null ? null : decodeContactCursor(query.cursor);
  const [direction, beyond] = isRising ? ['ASC', '>'] : ['DESC', '<'];
  const from = after === null ? [] : [`(c.${key}, c.id) ${beyond} (?, ?)`];
  const rows = db
    .prepare<ContactRow>(
      `SELECT ${COLUMNS}, c.${key} AS sort_key FROM contact c INDEXED BY ${index}
       WHERE ${[...filter.conditions, ...from].join(' AND ')}
       ORDER BY c.${key} ${direction}, c.id ${direction} LIMIT ?`,
    )
    .all(...filter.parameters, ...(after === null ? [] : [after.key, after.id]), query.limit + 1);
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

interface Filter {
  readonly conditions: readonly string[];
  readonly parameters: readonly (string | number)[];
}

function filterOf(query: ContactQuery): Filter {
  const { text, labelId, optedOut, isBlocked, language, phonePrefix } = query;
  const conditions: string[] = [IS_PERSON];
  const parameters: (string | number)[] = [];
  function add(condition: string, ...values: readonly (string | number)[]): void {
    conditions.push(condition);
    parameters.push(...values);
  }
  if (text !== null) {
    const named = nameCondition(wordsOf(text));
    add(
      `c.id IN (SELECT s.rowid FROM contact_search s WHERE ${named.condition})`,
      ...named.parameters,
    );
  }
  if (labelId !== null) {
    add('c.id IN (SELECT contact_id FROM contact_label WHERE label_id = ?)', labelId);
  }
  if (optedOut !== null) add('c.opted_out = ?', optedOut ? 1 : 0);
  if (isBlocked !== null) add('c.is_blocked = ?', isBlocked ? 1 : 0);
  if (language !== null) add('c.language = ?', language);
  if (phonePrefix !== null) {
    add(
      `EXISTS (SELECT 1 FROM contact_identity n WHERE n.contact_id = c.id AND n.kind = 'phone'
         AND n.is_active = 1 AND substr(n.value, 1, ?) = ?)`,
      phonePrefix.length,
      phonePrefix,
    );
  }
  return { conditions, parameters };
}

/** A number is one word, however people put spaces and brackets into it. */
function wordsOf(text: string): string[] {
  const isNumber = /^[+\d\s().-]+$/.test(text) && /\d/.test(text);
  return searchTokens(isNumber ? text.replaceAll(/\D/g, '') : text).map(({ word }) => word);
}

function toContact(row: ContactRow): Contact {
  return {
    id: row.id,
    name: row.best_name,
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
