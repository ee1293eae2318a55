import type { TemplateId } from '#shared/ids.ts';
import type { TemplateEvent } from '#shared/models/template.ts';
import type { Reader, WriteTx } from './store.ts';

/** Writes down what happened to a template; the same twice is once. */
export function recordTemplateEvent(tx: WriteTx, id: TemplateId, event: TemplateEvent): void {
  tx.run(
    `INSERT OR IGNORE INTO template_event (template_id, kind, at, before, after, remark)
     VALUES (?, ?, ?, ?, ?, ?)`,
    id,
    event.kind,
    event.at,
    event.before,
    event.after,
    event.remark,
  );
}

/** The newest first. */
export function templateEvents(db: Reader, id: TemplateId, limit: number): TemplateEvent[] {
  return db
    .prepare<TemplateEvent>(
      `SELECT kind, at, before, after, remark FROM template_event
       WHERE template_id = ? ORDER BY at DESC, id DESC LIMIT ?`,
    )
    .all(id, limit);
}

/** When its content was changed at Meta since then, the newest first. */
export function editsSince(db: Reader, id: TemplateId, since: number): number[] {
  return db
    .prepare<{ at: number }>(
      `SELECT at FROM template_event WHERE template_id = ? AND kind = 'edited' AND at > ?
       ORDER BY at DESC`,
    )
    .all(id, since)
    .map(({ at }) => at);
}
