import type { ContactId, LabelId } from '#shared/ids.ts';
import type { ExportChoice } from '#shared/models/contact-export.ts';
import { unreachable } from '#shared/unreachable.ts';
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
  after: number,
  limit: number,
): ExportedContact[] {
  const { condition, parameter } = conditionOf(choice);
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

interface Condition {
  readonly condition: string;
  readonly parameter: readonly (string | LabelId)[];
}

function conditionOf(choice: ExportChoice): Condition {
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
    case 'opted_out':
      return { condition: 'c.opted_out = 1', parameter: [] };
    default:
      return unreachable(choice);
  }
}
