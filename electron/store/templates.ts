import type { AccountId, TemplateId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Template, TemplateCategory, TemplateSummary } from '#shared/models/template.ts';
import { categoryOf, formatOf, qualityOf, statusOf } from '#shared/templates/read-meta.ts';
import { readParts } from '#shared/templates/read-parts.ts';
import type { Reader } from './store.ts';

interface SummaryRow {
  readonly id: TemplateId;
  readonly account_id: AccountId;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly quality: string;
  readonly components: string;
  readonly has_draft: number;
  readonly last_used_at: number | null;
}

interface TemplateRow extends SummaryRow {
  readonly meta_template_id: string | null;
  readonly parameter_format: string;
  readonly rejected_reason: string | null;
  readonly remark: string | null;
  readonly correct_category: string | null;
  readonly category_changes_at: number | null;
  readonly ttl_seconds: number | null;
  readonly synced_at: number;
}

const LAST_USE = `(SELECT max(timestamp) FROM message INDEXED BY message_of_template
  WHERE type = 'template' AND direction = 'outbound' AND account_id = template.account_id
    AND json_extract(payload, '$.template.name') = template.name
    AND json_extract(payload, '$.template.language.code') = template.language)`;

const SELECT = `SELECT template.*, ${LAST_USE} AS last_used_at,
  EXISTS (SELECT 1 FROM template_draft WHERE template_id = template.id) AS has_draft
  FROM template`;

export interface TemplateQuestion {
  readonly accountId: AccountId;
  /** Part of the name or of the words. */
  readonly text: string;
  readonly approvedOnly: boolean;
  /** The last of the page before. */
  readonly after: { readonly name: string; readonly language: string } | null;
  readonly limit: number;
}

/** By name, the languages of one name together; without what was deleted at Meta. */
export function pageTemplates(db: Reader, question: TemplateQuestion): TemplateSummary[] {
  const { accountId, text, approvedOnly, after, limit } = question;
  const pattern = `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return db
    .prepare<SummaryRow>(
      `${SELECT} WHERE account_id = ? AND status <> 'DELETED' AND (? = 0 OR status = 'APPROVED')
         AND (name LIKE ? ESCAPE '\\' OR components LIKE ? ESCAPE '\\')
         AND (? IS NULL OR (name, language) > (?, ?))
       ORDER BY name, language LIMIT ?`,
    )
    .all(
      accountId,
      approvedOnly ? 1 : 0,
      pattern,
      pattern,
      after?.name ?? null,
      after?.name ?? '',
      after?.language ?? '',
      limit,
    )
    .map(toSummary);
}

/** All languages of one name. */
export function templatesNamed(db: Reader, accountId: AccountId, name: string): TemplateSummary[] {
  return db
    .prepare<SummaryRow>(
      `${SELECT} WHERE account_id = ? AND name = ? AND status <> 'DELETED' ORDER BY language`,
    )
    .all(accountId, name)
    .map(toSummary);
}

export function findTemplate(db: Reader, id: TemplateId): Template | undefined {
  const row = db.prepare<TemplateRow>(`${SELECT} WHERE template.id = ?`).get(id);
  return row && toTemplate(row);
}

export function findTemplateByName(
  db: Reader,
  accountId: AccountId,
  name: string,
  language: string,
): Template | undefined {
  const row = db
    .prepare<TemplateRow>(`${SELECT} WHERE account_id = ? AND name = ? AND language = ?`)
    .get(accountId, name, language);
  return row && toTemplate(row);
}

/** Meta's components of a template as they were told, for messages that are made of them. */
export function definitionOf(
  db: Reader,
  accountId: AccountId,
  name: string,
  language: string,
): string | undefined {
  return db
    .prepare<{ components: string }>(
      'SELECT components FROM template WHERE account_id = ? AND name = ? AND language = ?',
    )
    .get(accountId, name, language)?.components;
}

/** Undefined where nothing is known of such a template. */
export function templateCategory(
  db: Reader,
  accountId: AccountId,
  name: string,
  language: string,
): TemplateCategory | undefined {
  const row = db
    .prepare<{ category: string }>(
      'SELECT category FROM template WHERE account_id = ? AND name = ? AND language = ?',
    )
    .get(accountId, name, language);
  return row && categoryOf(row.category);
}

const BEGINNING = 140;

function toSummary(row: SummaryRow): TemplateSummary {
  return {
    ...common(row),
    beginning: readParts(parseJson(row.components)).body.text.slice(0, BEGINNING),
    hasDraft: row.has_draft === 1,
  };
}

function toTemplate(row: TemplateRow): Template {
  return {
    ...common(row),
    metaTemplateId: row.meta_template_id,
    parameterFormat: formatOf(row.parameter_format),
    parts: readParts(parseJson(row.components)),
    rejectedReason: row.rejected_reason,
    remark: row.remark,
    correctCategory: row.correct_category === null ? null : categoryOf(row.correct_category),
    categoryChangesAt: row.category_changes_at,
    ttlSeconds: row.ttl_seconds,
    syncedAt: row.synced_at,
  };
}

function common(row: SummaryRow) {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    language: row.language,
    category: categoryOf(row.category),
    status: statusOf(row.status),
    quality: qualityOf(row.quality),
    lastUsedAt: row.last_used_at,
  };
}
