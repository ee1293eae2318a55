import { z } from 'zod';
import { parseJson } from '#shared/json.ts';
import { FIELD_TYPES } from '#shared/models/contact-field.ts';
import { KNOWN_TARGETS } from '#shared/models/contact-import.ts';
import type { ColumnTarget } from '#shared/models/contact-import.ts';
import type { Reader, WriteTx } from './store.ts';

const targets = z.array(
  z.union([
    z.object({ to: z.enum([...KNOWN_TARGETS, 'nothing']) }),
    z.object({
      to: z.literal('field'),
      field: z.string(),
      type: z.enum(FIELD_TYPES).optional(),
    }),
  ]),
);

/** How a file with just these headers was mapped the last time. */
export function rememberedMapping(
  db: Reader,
  headers: readonly string[],
): readonly ColumnTarget[] | undefined {
  const row = db
    .prepare<{ targets: string }>('SELECT targets FROM import_mapping WHERE headers = ?')
    .get(JSON.stringify(headers));
  return row && targets.parse(parseJson(row.targets));
}

export function rememberMapping(
  tx: WriteTx,
  headers: readonly string[],
  mapping: readonly ColumnTarget[],
  now: number,
): void {
  tx.run(
    `INSERT INTO import_mapping (headers, targets, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (headers) DO UPDATE SET targets = excluded.targets, updated_at = excluded.updated_at`,
    JSON.stringify(headers),
    JSON.stringify(mapping),
    now,
  );
}
