import type { ContactId, SegmentId } from '#shared/ids.ts';
import type { ExportChoice } from '#shared/models/contact-export.ts';
import { unreachable } from '#shared/unreachable.ts';
import { segmentCondition } from './segment-condition.ts';
import { findSegment } from './segments.ts';
import type { Reader } from './store.ts';

/** A contact as a spreadsheet shows it. */
export interface ExportedContact {
  readonly id: ContactId;
  readonly phone: string;
  readonly name: string | null;
  readonly email: string | null;
  /** Separated by `|`. */
  readonly labels: string | null;
  readonly notes: string;
  readonly language: string | null;
  readonly opted_out: 0 | 1;
}

/** The contacts behind `after`, in the order of their ids. For a reading thread: it may walk all of them. */
export function exportPage(
  db: Reader,
  choice: ExportChoice,
  { after, limit, now }: ExportedPage,
): ExportedContact[] {
  const { condition, parameter } = conditionOf(db, choice, now);
  return db
    .prepare<ExportedContact>(
      `SELECT c.id, c.name, c.email, c.notes, c.language, c.opted_out,
         coalesce((SELECT value FROM contact_identity i
           WHERE i.contact_id = c.id AND i.kind = 'phone' AND i.is_active = 1
           ORDER BY i.first_seen_at, i.id LIMIT 1), '') AS phone,
         (SELECT group_concat(name, '|') FROM (
           SELECT l.name FROM contact_label k JOIN label l ON l.id = k.label_id
           WHERE k.contact_id = c.id ORDER BY l.name_key)) AS labels
       FROM contact c
       WHERE c.id > ? AND ${condition} AND EXISTS (SELECT 1 FROM contact_identity i WHERE i.contact_id = c.id)
       ORDER BY c.id LIMIT ?`,
    )
    .all(after, ...parameter, limit);
}

/** Where a page begins, and the time at which segments are asked. */
export interface ExportedPage {
  readonly after: number;
  readonly limit: number;
  readonly now: number;
}

interface Condition {
  readonly condition: string;
  readonly parameter: readonly (string | number)[];
}

function conditionOf(db: Reader, choice: ExportChoice, now: number): Condition {
  switch (choice.kind) {
    case 'all':
      return { condition: '1', parameter: [] };
    case 'contacts':
      return {
        condition: 'c.id IN (SELECT value FROM json_each(?))',
        parameter: [JSON.stringify(choice.contactIds)],
      };
    case 'label':
      return {
        condition:
          'EXISTS (SELECT 1 FROM contact_label k WHERE k.contact_id = c.id AND k.label_id = ?)',
        parameter: [choice.labelId],
      };
    case 'segment':
      return segmentOf(db, choice.segmentId, now);
    case 'opted_out':
      return { condition: 'c.opted_out = 1', parameter: [] };
    default:
      return unreachable(choice);
  }
}

/** Nobody is in a segment that is gone. */
function segmentOf(db: Reader, id: SegmentId, now: number): Condition {
  const segment = findSegment(db, id);
  if (segment === undefined) return { condition: '0', parameter: [] };
  const { sql, parameters } = segmentCondition({ rules: segment.rules, now });
  return { condition: `coalesce(${sql}, 0)`, parameter: parameters };
}
