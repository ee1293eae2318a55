import type { ContactId, LabelId } from '#shared/ids.ts';
import { labelKey } from '#shared/label.ts';
import { searchTokens } from '#shared/search-text.ts';
import { WINDOW_MS } from '#shared/window.ts';
import { likeCondition, nameCondition } from './search-chats.ts';
import { segmentCondition } from './segment-condition.ts';
import type { SegmentQuestion } from './segment-condition.ts';
import type { Reader } from './store.ts';

/** Which people are meant. Null: all of them, whatever that is. */
export interface ContactQuestion {
  /** Any part of a name, a number, a username or the name of a label. */
  readonly text: string | null;
  readonly labelId: LabelId | null;
  readonly optedOut: boolean | null;
  readonly isBlocked: boolean | null;
  readonly language: string | null;
  /** How their numbers begin, such as `+55`. */
  readonly phonePrefix: string | null;
  /** Whether a free reply may leave at that time, from one of our numbers at least. */
  readonly window: { readonly isOpen: boolean; readonly now: number } | null;
  readonly segment: SegmentQuestion | null;
}

export const EVERYBODY: ContactQuestion = {
  text: null,
  labelId: null,
  optedOut: null,
  isBlocked: null,
  language: null,
  phonePrefix: null,
  window: null,
  segment: null,
};

interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Groups have a nameless contact too, and whoever was erased may have left one: nobody goes by it. */
export const IS_PERSON = `EXISTS (SELECT 1 FROM contact_identity p WHERE p.contact_id = c.id)`;

const UP_TO_DATE = `i.kind = 'phone' AND i.is_active = 1`;

/**
 * What a row `c` of `contact` has to be like; people only. One by one is quicker where the rows at
 * hand are few or the first that fit are enough, as sets where everybody is looked at.
 */
export function conditionOf(question: ContactQuestion, way: 'one by one' | 'as sets'): Condition {
  const parts = setsOf(question).map(({ ids, ofRow }) =>
    way === 'one by one' ? ofRow : { sql: `c.id IN (${ids.sql})`, parameters: ids.parameters },
  );
  return allOf([
    ...plainConditions(question),
    ...parts,
    ...(question.segment === null ? [] : [segmentCondition(question.segment)]),
    { sql: IS_PERSON, parameters: [] },
  ]);
}

export function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/**
 * The people of the first set that is small, if there is one: these few are better looked at one by
 * one than looked for among all.
 */
export function fewOf(
  db: Reader,
  question: ContactQuestion,
  most: number,
): readonly ContactId[] | null {
  for (const { ids } of setsOf(question)) {
    const people = db
      .prepare<{ id: ContactId }>(`SELECT * FROM (${ids.sql}) LIMIT ?`)
      .all(...ids.parameters, most + 1)
      .map(({ id }) => id);
    if (people.length <= most) return [...new Set(people)];
  }
  return null;
}

/** A condition that an index answers by itself. */
interface IdSet {
  /** A query for the ids of all contacts that it holds for. */
  readonly ids: Condition;
  /** Whether it holds for a row `c`. */
  readonly ofRow: Condition;
}

function setsOf({ text, labelId, isBlocked, phonePrefix, window }: ContactQuestion): IdSet[] {
  const found: IdSet[] = [];
  if (labelId !== null) found.push(labelled(labelId));
  if (isBlocked === true) found.push(BLOCKED);
  if (window?.isOpen === true) found.push(withOpenWindow(window.now));
  if (text !== null) found.push(named(text));
  if (phonePrefix !== null) found.push(withNumber(phonePrefix));
  return found;
}

function plainConditions({ optedOut, isBlocked, language, window }: ContactQuestion): Condition[] {
  const found: Condition[] = [];
  if (optedOut !== null) found.push({ sql: 'c.opted_out = ?', parameters: [optedOut ? 1 : 0] });
  if (isBlocked !== null) found.push({ sql: 'c.is_blocked = ?', parameters: [isBlocked ? 1 : 0] });
  if (language !== null) found.push({ sql: 'c.language = ?', parameters: [language] });
  if (window?.isOpen === false) {
    const { sql, parameters } = withOpenWindow(window.now).ofRow;
    found.push({ sql: `NOT ${sql}`, parameters });
  }
  return found;
}

function labelled(labelId: LabelId): IdSet {
  const parameters = [labelId];
  return {
    ids: { sql: 'SELECT contact_id AS id FROM contact_label WHERE label_id = ?', parameters },
    ofRow: {
      sql: 'EXISTS (SELECT 1 FROM contact_label x WHERE x.contact_id = c.id AND x.label_id = ?)',
      parameters,
    },
  };
}

/** Some may be blocked at removed numbers only; `is_blocked`, which is asked besides, knows. */
const BLOCKED: IdSet = {
  ids: {
    sql: 'SELECT contact_id AS id FROM blocked_user WHERE is_active = 1 AND contact_id IS NOT NULL',
    parameters: [],
  },
  ofRow: { sql: 'c.is_blocked = 1', parameters: [] },
};

function withOpenWindow(now: number): IdSet {
  const parameters = [now - WINDOW_MS];
  return {
    ids: {
      sql: 'SELECT contact_id AS id FROM conversation WHERE window_opened_at > ?',
      parameters,
    },
    ofRow: {
      sql: `EXISTS (SELECT 1 FROM conversation v
        WHERE v.contact_id = c.id AND v.window_opened_at > ?)`,
      parameters,
    },
  };
}

function withNumber(prefix: string): IdSet {
  // Only digits follow, and a colon comes after the last of them.
  const parameters = [prefix, `${prefix}:`];
  return {
    ids: {
      sql: `SELECT i.contact_id AS id FROM contact_identity i INDEXED BY contact_identity_value
        WHERE i.value >= ? AND i.value < ? AND ${UP_TO_DATE}`,
      parameters,
    },
    ofRow: {
      sql: `EXISTS (SELECT 1 FROM contact_identity i
        WHERE i.contact_id = c.id AND i.value >= ? AND i.value < ? AND ${UP_TO_DATE})`,
      parameters,
    },
  };
}

function named(text: string): IdSet {
  const words = wordsOfPerson(text);
  const [anywhere, here] = [nameCondition(words), likeCondition(words)];
  const label = labelKey(text);
  return {
    ids: {
      sql: `SELECT s.rowid AS id FROM contact_search s WHERE ${anywhere.condition}
        UNION ALL SELECT x.contact_id FROM label l JOIN contact_label x ON x.label_id = l.id
        WHERE instr(l.name_key, ?) > 0`,
      parameters: [...anywhere.parameters, label],
    },
    ofRow: {
      sql: `(EXISTS (SELECT 1 FROM contact_search s WHERE s.rowid = c.id AND ${here.condition})
        OR EXISTS (SELECT 1 FROM contact_label x JOIN label l ON l.id = x.label_id
          WHERE x.contact_id = c.id AND instr(l.name_key, ?) > 0))`,
      parameters: [...here.parameters, label],
    },
  };
}

/** A number is one word, however people put spaces and brackets into it. */
export function wordsOfPerson(text: string): string[] {
  const isNumber = /^[+\d\s().-]+$/.test(text) && /\d/.test(text);
  return searchTokens(isNumber ? text.replaceAll(/\D/g, '') : text).map(({ word }) => word);
}
