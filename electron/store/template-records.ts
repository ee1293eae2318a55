import type { AccountId, TemplateId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import type { Reader } from './store.ts';

/** A template with Meta's components as they came, for programs. */
export interface TemplateRecord {
  readonly id: TemplateId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly quality: string;
  readonly parameterFormat: string;
  readonly rejectedReason: string | null;
  readonly metaTemplateId: string | null;
  readonly components: Json;
  readonly syncedAt: number;
}

interface Row extends Omit<TemplateRecord, 'components'> {
  readonly components: string;
}

/** Those of connected numbers that are not deleted, the oldest first. */
export function listTemplateRecords(
  db: Reader,
  {
    accountId,
    after,
    limit,
  }: {
    readonly accountId: AccountId | null;
    readonly after: number;
    readonly limit: number;
  },
): TemplateRecord[] {
  return db
    .prepare<Row>(
      `SELECT t.id, t.account_id AS accountId, t.name, t.language, t.category, t.status, t.quality,
         t.parameter_format AS parameterFormat, t.rejected_reason AS rejectedReason,
         t.meta_template_id AS metaTemplateId, t.components, t.synced_at AS syncedAt
       FROM template t JOIN account a ON a.id = t.account_id
       WHERE a.removed_at IS NULL AND t.status <> 'DELETED' AND t.id > ?
         AND (? IS NULL OR t.account_id = ?)
       ORDER BY t.id LIMIT ?`,
    )
    .all(after, accountId, accountId, limit)
    .map((row) => ({ ...row, components: parseJson(row.components) }));
}
