import { z } from 'zod';
import { labelNameSchema } from './label-schema.ts';
import { MAX_NOTE_LENGTH } from './limits.ts';

/** What the owner and their programs may write about a person; the number is checked by itself. */
export const contactWordsSchema = z.strictObject({
  name: z.string().trim().min(1).max(200).nullable().optional(),
  email: z
    .email('This is no e-mail address. It looks like name@example.com.')
    .max(254)
    .nullable()
    .optional(),
  notes: z.string().max(MAX_NOTE_LENGTH).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/u, 'A language such as pt-BR.')
    .nullable()
    .optional(),
  labels: z.array(labelNameSchema).max(100).optional(),
  custom: z.record(z.string().trim().min(1).max(100), z.string().max(2000).nullable()).optional(),
});

/** Two letters of ISO 3166. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/u, 'A country such as BR.');
