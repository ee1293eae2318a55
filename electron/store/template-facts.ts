import type { AccountId, TemplateId } from '#shared/ids.ts';
import { asId } from '#shared/ids.ts';
import type { MetaTemplate } from '#shared/models/meta-template.ts';
import type { Reader, WriteTx } from './store.ts';
import { recordTemplateEvent } from './template-events.ts';

/** What is known of a template at Meta, with the moments of the news. */
interface Known {
  readonly id: TemplateId;
  readonly category: string;
  readonly status: string;
  readonly quality: string;
  readonly components: string;
  readonly status_at: number;
  readonly quality_at: number;
  readonly category_at: number;
}

const SELECT = `SELECT id, category, status, quality, components, status_at, quality_at, category_at
  FROM template`;

/**
 * Brings Meta's copy in line with what Meta told. News that came after the question was asked stays.
 *
 * @param askedAt when Meta was asked, in milliseconds since 1970
 */
export function applyMetaTemplate(
  tx: WriteTx,
  accountId: AccountId,
  told: MetaTemplate,
  askedAt: number,
): TemplateId {
  const known = tx
    .prepare<Known>(`${SELECT} WHERE account_id = ? AND name = ? AND language = ?`)
    .get(accountId, told.name, told.language);
  if (known === undefined) return insertTemplate(tx, accountId, told, askedAt);
  const { id } = known;
  const { changes } = tx.run(
    `UPDATE template SET components = ?, meta_template_id = ?, parameter_format = ?,
       correct_category = ?, ttl_seconds = ?
     WHERE id = ? AND (components IS NOT ? OR meta_template_id IS NOT ? OR parameter_format IS NOT ?
       OR correct_category IS NOT ? OR ttl_seconds IS NOT ?)`,
    ...detailsOf(told),
    id,
    ...detailsOf(told),
  );
  tx.run(
    'UPDATE template SET synced_at = max(synced_at, ?), is_stale = 0 WHERE id = ?',
    askedAt,
    id,
  );
  if (changes > 0) tx.note({ kind: 'templates' });
  const { status, rejectedReason, remark, quality, category } = told;
  setStatus(tx, id, { status, rejectedReason, remark, at: askedAt });
  setQuality(tx, id, quality, askedAt);
  setCategory(tx, id, category, askedAt);
  return id;
}

function detailsOf(told: MetaTemplate): unknown[] {
  return [
    JSON.stringify(told.components),
    told.metaTemplateId,
    told.parameterFormat,
    told.correctCategory,
    told.ttlSeconds,
  ];
}

function insertTemplate(
  tx: WriteTx,
  accountId: AccountId,
  told: MetaTemplate,
  at: number,
): TemplateId {
  const { lastInsertRowid } = tx.run(
    `INSERT INTO template (account_id, name, language, category, status, components,
       meta_template_id, parameter_format, correct_category, ttl_seconds, quality, rejected_reason,
       remark, status_at, quality_at, category_at, synced_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    accountId,
    told.name,
    told.language,
    told.category,
    told.status,
    ...detailsOf(told),
    told.quality,
    told.rejectedReason,
    told.remark,
    at,
    at,
    at,
    at,
    at,
  );
  const id = asId<TemplateId>(lastInsertRowid);
  const { status: after, remark } = told;
  recordTemplateEvent(tx, id, { kind: 'status', at, before: null, after, remark });
  tx.note({ kind: 'templates' });
  return id;
}

export interface StatusNews {
  readonly status: string;
  readonly rejectedReason: string | null;
  readonly remark: string | null;
  readonly at: number;
}

/** Older news than what is known changes nothing; then this is false. */
export function setStatus(tx: WriteTx, id: TemplateId, news: StatusNews): boolean {
  const known = knownTemplate(tx, id);
  if (known === undefined || known.status_at > news.at) return false;
  const { status: after, rejectedReason, remark, at } = news;
  if (known.status === after) {
    // Only a webhook tells the remark; the list does not take it away.
    tx.run(
      `UPDATE template SET status_at = ?, rejected_reason = coalesce(?, rejected_reason),
         remark = coalesce(?, remark) WHERE id = ?`,
      at,
      rejectedReason,
      remark,
      id,
    );
    return true;
  }
  tx.run(
    'UPDATE template SET status = ?, status_at = ?, rejected_reason = ?, remark = ? WHERE id = ?',
    after,
    at,
    rejectedReason,
    remark,
    id,
  );
  const words = remark ?? rejectedReason;
  recordTemplateEvent(tx, id, { kind: 'status', at, before: known.status, after, remark: words });
  tx.note({ kind: 'templates' });
  return true;
}

export function setQuality(tx: WriteTx, id: TemplateId, after: string, at: number): void {
  const known = knownTemplate(tx, id);
  if (known === undefined || known.quality_at > at || known.quality === after) return;
  tx.run('UPDATE template SET quality = ?, quality_at = ? WHERE id = ?', after, at, id);
  recordTemplateEvent(tx, id, { kind: 'quality', at, before: known.quality, after, remark: null });
  tx.note({ kind: 'templates' });
}

/** Meta moves templates by itself, and takes a lifetime of their messages back then. */
export function setCategory(tx: WriteTx, id: TemplateId, after: string, at: number): void {
  const known = knownTemplate(tx, id);
  if (known === undefined || known.category_at > at || known.category === after) return;
  tx.run(
    `UPDATE template SET category = ?, category_at = ?, correct_category = NULL,
       category_changes_at = NULL, ttl_seconds = NULL WHERE id = ?`,
    after,
    at,
    id,
  );
  recordTemplateEvent(tx, id, {
    kind: 'category',
    at,
    before: known.category,
    after,
    remark: null,
  });
  tx.note({ kind: 'templates' });
}

/** Meta says that it will move the template into another category. */
export function announceCategory(
  tx: WriteTx,
  id: TemplateId,
  correct: string,
  changesAt: number | null,
): void {
  const { changes } = tx.run(
    `UPDATE template SET correct_category = ?, category_changes_at = ?
     WHERE id = ? AND category <> ? AND (correct_category IS NOT ? OR category_changes_at IS NOT ?)`,
    correct,
    changesAt,
    id,
    correct,
    correct,
    changesAt,
  );
  if (changes > 0) tx.note({ kind: 'templates' });
}

/** Its components are others now, and must be fetched. */
export function markStale(tx: WriteTx, id: TemplateId): void {
  tx.run('UPDATE template SET is_stale = 1 WHERE id = ?', id);
  tx.note({ kind: 'templates' });
}

/** What a complete list did not name is not at Meta any more. Answers how many. */
export function markMissing(tx: WriteTx, accountId: AccountId, listedSince: number): number {
  const missing = tx
    .prepare<{ id: TemplateId }>(
      `SELECT id FROM template WHERE account_id = ? AND synced_at < ? AND status <> 'DELETED'`,
    )
    .all(accountId, listedSince);
  for (const { id } of missing) {
    setStatus(tx, id, {
      status: 'DELETED',
      rejectedReason: null,
      remark: null,
      at: listedSince,
    });
  }
  return missing.length;
}

export function knownTemplate(db: Reader, id: TemplateId): Known | undefined {
  return db.prepare<Known>(`${SELECT} WHERE id = ?`).get(id);
}
