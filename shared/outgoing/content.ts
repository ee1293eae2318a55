import { z } from 'zod';
import type { Json } from '../json.ts';
import { MAX_TEXT_LENGTH } from '../limits.ts';
import { contactsSchema } from './contacts.ts';
import { composedQuestionSchema, interactiveSchema } from './interactive.ts';
import { OUTGOING_LIMITS } from './limits.ts';
import { locationSchema } from './location.ts';
import { templateSchema } from './template.ts';
import { atMost } from './words.ts';

const { reaction } = OUTGOING_LIMITS;

/** Written as it is, spaces and all. Source: meta-platform §1.3. */
const textSchema = z.strictObject({
  body: atMost(
    z.string('The text is missing.').regex(/\S/u, 'The message is empty. Write something first.'),
    'The message',
    MAX_TEXT_LENGTH,
  ),
  preview_url: z.boolean().exactOptional(),
});

const reactionSchema = z.strictObject({
  message_id: z.string().min(1).describe('wamid of the message to react to'),
  emoji: z.string().max(reaction).describe('Empty takes the reaction back'),
});

/**
 * What Meta takes of each kind that is no file, and how it goes out. Composer, outbox, REST and the
 * practice platform ask these, so that nobody sends what Meta would refuse.
 */
export const OUTGOING_CONTENT = {
  text: textSchema,
  location: locationSchema,
  contacts: contactsSchema,
  interactive: interactiveSchema,
  template: templateSchema,
  reaction: reactionSchema,
} as const;

export type CheckedType = keyof typeof OUTGOING_CONTENT;

export function isCheckedType(type: string): type is CheckedType {
  return Object.hasOwn(OUTGOING_CONTENT, type);
}

export type CheckedContent =
  | { readonly ok: true; readonly content: Json }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] };

export function checkContent(type: CheckedType, content: unknown): CheckedContent {
  const result = OUTGOING_CONTENT[type].safeParse(content);
  if (result.success) return { ok: true, content: result.data };
  return { ok: false, issues: result.error.issues };
}

/** What the screen composes, beside text and files. */
export const composedSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('location'), location: locationSchema }),
  z.strictObject({ type: z.literal('contacts'), contacts: contactsSchema }),
  z.strictObject({ type: z.literal('interactive'), interactive: composedQuestionSchema }),
]);

export type ComposedMessage = z.input<typeof composedSchema>;
