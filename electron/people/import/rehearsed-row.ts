import { z } from 'zod';
import type { RehearsedRow } from '#shared/models/contact-import.ts';

const row = z.int();
const damage = z.array(
  z.object({
    column: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    reason: z.string(),
  }),
);
const changes = z.array(z.object({ field: z.string(), before: z.string(), after: z.string() }));
const person = { row, phone: z.string(), name: z.string().nullable(), damage };

/** Reads a row of a dry run back from where it was written down. */
export const rehearsedRow: z.ZodType<RehearsedRow> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['created', 'updated']), ...person, changes }),
  z.object({ kind: z.literal('unchanged'), ...person }),
  z.object({ kind: z.literal('skipped'), row, phone: z.string(), reason: z.string() }),
  z.object({
    kind: z.literal('rejected'),
    row,
    value: z.string(),
    reason: z.string(),
    isDamaged: z.boolean(),
  }),
]);
