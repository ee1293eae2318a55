import type { ContactId, LabelId } from '#shared/ids.ts';
import { labelKey } from '#shared/label.ts';
import { searchTokens } from '#shared/search-text.ts';
import { WINDOW_MS } from '#shared/window.ts';
import { nameCondition } from './search-chats.ts';
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

/** What a row `c` of `contact` has to be like; people only. */
export function conditionOf(question: ContactQuestion): Condition {
  return allOf([
    ...plainConditions(question),
    ...(question.segment === null ? [] : [segmentCondition(question.segment)]),
    ...sets(question).map(({ sql, parameters }) => ({ sql: `c.id IN (${sql})`, parameters })),
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
  for (const { sql, parameters } of sets(question)) {
    const people = db
      .prepare<{ id: ContactId }>(`SELECT * FROM (${sql}) LIMIT ?`)
      .all(...parameters, most + 1)
      .map(({ id }) => id);
    if (people.length <= most) return [...new Set(people)];
  }
  return null;
}

/** Conditions that an index can answer by itself, as queries for ids of contacts. */
function sets(question: ContactQuestion): Condition[] {
  const { text, labelId, isBlocked, phonePrefix, window } = question;
  const found: Condition[] = [];
  if (labelId !== null) {
    found.push({
      sql: 'SELECT contact_id AS id FROM contact_label WHERE label_id = ?',
      parameters: [labelId],
    });
  }
  if (isBlocked === true) {
    found.push({
      sql: 'SELECT contact_id AS id FROM blocked_user WHERE is_active = 1 AND contact_id IS NOT NULL',
      parameters: [],
    });
  }
  if (window?.isOpen === true) found.push(openWindows(window.now));
  if (text !== null) found.push(named(text));
  if (phonePrefix !== null) {
    found.push({
      sql: `SELECT i.contact_id AS id FROM contact_identity i INDEXED BY contact_identity_value
        WHERE i.value >= ? AND i.value < ? AND ${UP_TO_DATE}`,
      // Only digits follow, and a colon comes after the last of them.
      parameters: [phonePrefix, `${phonePrefix}:`],
    });
  }
  return found;
}

function plainConditions({ optedOut, isBlocked, language, window }: ContactQuestion): Condition[] {
  const found: Condition[] = [];
  if (optedOut !== null) found.push({ sql: 'c.opted_out = ?', parameters: [optedOut ? 1 : 0] });
  if (isBlocked !== null) found.push({ sql: 'c.is_blocked = ?', parameters: [isBlocked ? 1 : 0] });
  if (language !== null) found.push({ sql: 'c.language = ?', parameters: [language] });
  if (window?.isOpen === false) {
    const { sql, parameters } = openWindows(window.now);
    found.push({ sql: `c.id NOT IN (${sql})`, parameters });
  }
  return found;
}

function openWindows(now: number): Condition {
  return {
    sql: 'SELECT contact_id AS id FROM conversation WHERE window_opened_at > ?',
    parameters: [now - WINDOW_MS],
  };
}

function named(text: string): Condition {
  const { condition, parameters } = nameCondition(wordsOfPerson(text));
  return {
    sql: `SELECT s.rowid AS id FROM contact_search s WHERE ${condition}
      UNION SELECT x.contact_id FROM label l JOIN contact_label x ON x.label_id = l.id
      WHERE instr(l.name_key, ?) > 0`,
    parameters: [...parameters, labelKey(text)],
  };
}

/** A number is one word, however people put spaces and brackets into it. */
export function wordsOfPerson(text: string): string[] {
  const isNumber = /^[+\d\s().-]+$/.test(text) && /\d/.test(text);
  return searchTokens(isNumber ? text.replaceAll(/\D/g, '') : text).map(({ word }) => word);
}
