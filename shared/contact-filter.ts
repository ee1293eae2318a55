import { z } from 'zod';
import { labelId, segmentId } from './command.ts';
import { countrySchema } from './contact-words.ts';
import { MAX_SEARCH_LENGTH } from './limits.ts';

/** Any part of a name, a number, a username or the name of a label. */
export const contactTextSchema = z.string().trim().min(1).max(MAX_SEARCH_LENGTH).nullable();

/** Which people. What is absent does not matter. */
export const contactFilterSchema = z.strictObject({
  labelId: labelId.optional(),
  optedOut: z.boolean().optional(),
  isBlocked: z.boolean().optional(),
  language: z.string().max(10).optional(),
  country: countrySchema.optional(),
  /** Whether a free reply may leave now, from one of our numbers at least. */
  isWindowOpen: z.boolean().optional(),
  segmentId: segmentId.optional(),
});
