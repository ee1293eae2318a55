import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './limits.ts';
import { foldWholeMessage } from './stop-words.ts';

const words = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .refine(
        (word) => foldWholeMessage(word) !== undefined,
        'A word of at most 60 letters or digits.',
      ),
  )
  .max(500);

const confirmationText = z.string().trim().min(1).max(MAX_TEXT_LENGTH);

/** What the owner decided about stop words. Null: the words that Frontdesk brings. */
export const consentSettingsSchema = z.strictObject({
  stopWords: words.nullable(),
  startWords: words.nullable(),
  /** Whether a start word lets a person in again who had opted out. */
  startCounts: z.boolean(),
  /** Whether somebody who opts out by a stop word is told once that it worked. */
  confirms: z.boolean(),
  confirmation: confirmationText,
  /** The same in other languages, by their codes: for people whose language is known, or who asked in it. */
  confirmations: z.record(z.string().regex(/^[a-z]{2,3}$/u), confirmationText),
});

export type ConsentSettings = z.infer<typeof consentSettingsSchema>;

export const DEFAULT_CONSENT_SETTINGS: ConsentSettings = {
  stopWords: null,
  startWords: null,
  startCounts: false,
  confirms: true,
  confirmation: 'You won’t get any more offers from us. You can still write to us at any time.',
  confirmations: {},
};
