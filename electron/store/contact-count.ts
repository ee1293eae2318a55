import type { ContactId } from '#shared/ids.ts';
import { IS_PERSON, allOf, conditionOf, fewOf } from './contact-question.ts';
import type { ContactQuestion } from './contact-question.ts';
import type { Reader } from './store.ts';

/** So few are counted one by one. */
const FEW = 3000;

export interface CountedContacts {
  readonly fitting: number;
  readonly all: number;
}

/** How many people fit, and how many there are. It may walk through all: for the reading thread. */
export function countContacts(db: Reader, question: ContactQuestion): CountedContacts {
  const all = countAll(db);
  const asksAll = Object.values(question).every((value) => value === null);
  return { fitting: asksAll ? all : countFitting(db, question), all };
}

function countAll(db: Reader): number {
  const row = db
    .prepare<{ n: number }>(`SELECT count(*) AS n FROM contact c WHERE ${IS_PERSON}`)
    .get();
  return row?.n ?? 0;
}

function countFitting(db: Reader, question: ContactQuestion): number {
  const few = fewOf(db, question, FEW);
  const condition = allOf([
    ...(few === null
      ? []
      : [{ sql: 'c.id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(few)] }]),
    conditionOf(question, few === null ? 'as sets' : 'one by one'),
  ]);
  const row = db
    .prepare<{ n: number }>(`SELECT count(*) AS n FROM contact c WHERE ${condition.sql}`)
    .get(...condition.parameters);
  return row?.n ?? 0;
}

export interface ContactIdQuery extends ContactQuestion {
  /** The id behind which to begin. */
  readonly after: number;
  readonly limit: number;
}

export interface ContactIdSlice {
  readonly contactIds: readonly ContactId[];
  /** What to begin behind the next time; null when these were the last. */
  readonly next: number | null;
}

/** The ids of the people who fit, ascending. */
export function pageContactIds(db: Reader, query: ContactIdQuery): ContactIdSlice {
  const { after, limit, ...question } = query;
  const condition = conditionOf(question, 'as sets');
  const contactIds = db
    .prepare<{ id: ContactId }>(
      `SELECT c.id FROM contact c WHERE c.id > ? AND ${condition.sql} ORDER BY c.id LIMIT ?`,
    )
    .all(after, ...condition.parameters, limit)
    .map(({ id }) => id);
  const last = contactIds.length === limit ? contactIds.at(-1) : undefined;
  return { contactIds, next: last ?? null };
}
