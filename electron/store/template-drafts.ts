import type { AccountId, TemplateDraftId, TemplateId } from '#shared/ids.ts';
import { asId } from '#shared/ids.ts';
import type { Json } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import { numberAt, textAt, fieldAt } from '#shared/json-fields.ts';
import type { TemplateContent, TemplateDraft } from '#shared/models/template.ts';
import { categoryOf, formatOf } from '#shared/templates/read-meta.ts';
import { readParts } from '#shared/templates/read-parts.ts';
import { writeParts } from '#shared/templates/write-parts.ts';
import type { Reader, WriteTx } from './store.ts';

interface DraftRow {
  readonly id: TemplateDraftId;
  readonly account_id: AccountId;
  readonly template_id: TemplateId | null;
  readonly content: string;
  readonly updated_at: number;
}

const SELECT = 'SELECT id, account_id, template_id, content, updated_at FROM template_draft';

/** Drafts of an account, the one last touched first. */
export function listDrafts(db: Reader, accountId: AccountId): TemplateDraft[] {
  return db
    .prepare<DraftRow>(`${SELECT} WHERE account_id = ? ORDER BY updated_at DESC, id DESC LIMIT 200`)
    .all(accountId)
    .map(toDraft);
}

export function findDraft(db: Reader, id: TemplateDraftId): TemplateDraft | undefined {
  const row = db.prepare<DraftRow>(`${SELECT} WHERE id = ?`).get(id);
  return row && toDraft(row);
}

export function draftOf(db: Reader, templateId: TemplateId): TemplateDraft | undefined {
  const row = db.prepare<DraftRow>(`${SELECT} WHERE template_id = ?`).get(templateId);
  return row && toDraft(row);
}

/** Adds a draft. A template at Meta has one at most: that one comes back as it is. */
export function insertDraft(
  tx: WriteTx,
  accountId: AccountId,
  templateId: TemplateId | null,
  content: TemplateContent,
  now: number,
): TemplateDraftId {
  const existing = templateId === null ? undefined : draftOf(tx, templateId);
  if (existing !== undefined) return existing.id;
  const { lastInsertRowid } = tx.run(
    `INSERT INTO template_draft (account_id, template_id, content, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?)`,
    accountId,
    templateId,
    written(content),
    now,
    now,
  );
  tx.note({ kind: 'templates' });
  return asId<TemplateDraftId>(lastInsertRowid);
}

/** False when it is not there any more. */
export function updateDraft(
  tx: WriteTx,
  id: TemplateDraftId,
  content: TemplateContent,
  now: number,
): boolean {
  const { changes } = tx.run(
    'UPDATE template_draft SET content = ?, updated_at = ? WHERE id = ?',
    written(content),
    now,
    id,
  );
  tx.note({ kind: 'templates' });
  return changes === 1;
}

export function removeDraft(tx: WriteTx, id: TemplateDraftId): void {
  tx.run('DELETE FROM template_draft WHERE id = ?', id);
  tx.note({ kind: 'templates' });
}

/** In Meta's shape, as templates are. */
function written({ parts, ...content }: TemplateContent): string {
  return JSON.stringify({ ...content, components: writeParts(parts, content.parameterFormat) });
}

function toDraft(row: DraftRow): TemplateDraft {
  return {
    id: row.id,
    accountId: row.account_id,
    templateId: row.template_id,
    content: toContent(parseJson(row.content)),
    updatedAt: row.updated_at,
  };
}

function toContent(content: Json): TemplateContent {
  return {
    name: textAt(content, 'name') ?? '',
    language: textAt(content, 'language') ?? '',
    category: categoryOf(textAt(content, 'category') ?? ''),
    parameterFormat: formatOf(textAt(content, 'parameterFormat') ?? ''),
    parts: readParts(fieldAt(content, 'components') ?? []),
    ttlSeconds: numberAt(content, 'ttlSeconds') ?? null,
  };
}
