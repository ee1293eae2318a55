import type { AccountId } from '#shared/ids.ts';
import type { TemplateResults } from '#shared/models/template.ts';
import type { Reader } from './store.ts';

export interface ResultsQuestion {
  readonly accountId: AccountId;
  readonly name: string;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

interface StatusRow {
  readonly status: string;
  readonly n: number;
}

/** What became of the messages of a template. May walk through many: for the reading thread. */
export function countTemplateResults(
  db: Reader,
  { accountId, name, language, since }: ResultsQuestion,
): TemplateResults {
  const rows = db
    .prepare<StatusRow>(
      `SELECT status, count(*) AS n FROM message INDEXED BY message_of_template
       WHERE type = 'template' AND direction = 'outbound' AND account_id = ?
         AND json_extract(payload, '$.template.name') = ?
         AND json_extract(payload, '$.template.language.code') = ? AND timestamp > ?
       GROUP BY status`,
    )
    .all(accountId, name, language, since);
  const count = (...statuses: readonly string[]) =>
    rows.filter(({ status }) => statuses.includes(status)).reduce((sum, { n }) => sum + n, 0);
  return {
    sent: count('accepted', 'sent', 'delivered', 'read', 'played'),
    delivered: count('delivered', 'read', 'played'),
    read: count('read', 'played'),
    failed: count('failed'),
  };
}
