import type { AccountId } from '#shared/ids.ts';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { JsonObject } from '#shared/json.ts';
import { isJsonList } from '#shared/json-fields.ts';
import type { Reader } from './store.ts';

/** A template as Meta had it when it was last heard of. */
export interface KnownTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly components: readonly JsonObject[];
  readonly parameterFormat: string;
  readonly quality: string;
  readonly rejectedReason: string;
}

interface Row extends Omit<KnownTemplate, 'components'> {
  readonly components: string;
}

/** All of a number that are not deleted, for the practice platform to begin with. */
export function knownTemplates(db: Reader, accountId: AccountId): KnownTemplate[] {
  return db
    .prepare<Row>(
      `SELECT meta_template_id AS id, name, language, category, status, components,
         parameter_format AS parameterFormat, quality, coalesce(rejected_reason, 'NONE') AS rejectedReason
       FROM template WHERE account_id = ? AND status <> 'DELETED' AND meta_template_id IS NOT NULL
       ORDER BY id`,
    )
    .all(accountId)
    .map((row) => ({ ...row, components: componentsIn(row.components) }));
}

function componentsIn(text: string): JsonObject[] {
  const components = parseJson(text);
  return isJsonList(components) ? components.filter(isJsonObject) : [];
}
