import type { ContactId } from '#shared/ids.ts';
import type { Combination, RuleGroup, RuleNode, SegmentIds } from '#shared/models/segment.ts';
import { IS_PERSON } from './person.ts';
import { createParameterList } from './segment-parameters.ts';
import type { NamedParameters } from './segment-parameters.ts';
import { ruleCondition } from './segment-rules.ts';
import type { RuleContext } from './segment-rules.ts';
import type { Reader } from './store.ts';

/** Rules, and the time at which they are asked. */
export interface SegmentQuestion {
  readonly rules: RuleGroup;
  readonly now: number;
}

/** About the row `c` of `contact`. */
export interface SegmentCondition {
  readonly sql: string;
  readonly parameters: NamedParameters;
}

/** Null, and so nobody, where it hangs on a rule that nobody can answer any more. */
export function segmentCondition(db: Reader, { rules, now }: SegmentQuestion): SegmentCondition {
  const list = createParameterList();
  const sql = rules.rules.length === 0 ? '1' : groupCondition(rules, { db, now, list });
  return { sql, parameters: list.values };
}

function groupCondition({ combine, rules }: RuleGroup, context: RuleContext): string {
  const conditions = rules.map((node) => nodeCondition(node, context));
  return COMBINED[combine](conditions);
}

const COMBINED: Readonly<Record<Combination, (conditions: readonly string[]) => string>> = {
  all: (conditions) => `(${conditions.join(' AND ')})`,
  any: (conditions) => `(${conditions.join(' OR ')})`,
  none: (conditions) => `(NOT (${conditions.join(' OR ')}))`,
};

function nodeCondition(node: RuleNode, context: RuleContext): string {
  return node.kind === 'group' ? groupCondition(node, context) : ruleCondition(node, context);
}

/** Walks through all people: for the reading thread. */
export function countSegment(db: Reader, question: SegmentQuestion): number {
  const { sql, parameters } = segmentCondition(db, question);
  const row = db
    .prepare<{ n: number }>(`SELECT count(*) AS n FROM contact c WHERE ${IS_PERSON} AND ${sql}`)
    .get(parameters);
  return row?.n ?? 0;
}

export interface SegmentIdsQuestion extends SegmentQuestion {
  /** The last that the page before gave; null: from the beginning. */
  readonly after: ContactId | null;
  readonly limit: number;
}

/** One page of the people of a segment, for whoever goes through all of them. */
export function pageSegmentIds(db: Reader, question: SegmentIdsQuestion): SegmentIds {
  const { sql, parameters } = segmentCondition(db, question);
  const rows = db
    .prepare<{ id: ContactId }>(
      `SELECT c.id FROM contact c
       WHERE c.id > @after AND ${IS_PERSON} AND ${sql} ORDER BY c.id LIMIT @limit`,
    )
    .all({ ...parameters, after: question.after ?? 0, limit: question.limit + 1 });
  const contactIds = rows.slice(0, question.limit).map(({ id }) => id);
  return {
    contactIds,
    next: rows.length > question.limit ? (contactIds.at(-1) ?? null) : null,
  };
}
