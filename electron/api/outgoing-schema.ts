import { z } from 'zod';
import type { Json } from '#shared/json.ts';
import { textAt } from '#shared/json-fields.ts';
import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import { Problem } from './problem.ts';

const rowId = z.int().positive();

const addressee = {
  account_id: rowId.optional().describe('May be left out while one account is active'),
  to: z.string().optional().describe('E.164 with +; this or chat_id'),
  chat_id: rowId.optional(),
};

/** What `POST /messages` takes: content named as in the Cloud API. */
export const outgoingSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...addressee,
    type: z.literal('text'),
    text: z.strictObject({
      body: z.string().min(1).max(MAX_TEXT_LENGTH),
      preview_url: z.boolean().optional(),
    }),
    context: z
      .strictObject({ message_id: z.string().min(1).describe('wamid of the quoted message') })
      .optional(),
  }),
  z.strictObject({
    ...addressee,
    type: z.literal('reaction'),
    reaction: z.strictObject({
      message_id: z.string().min(1).describe('wamid of the message to react to'),
      emoji: z.string().max(32).describe('Empty takes the reaction back'),
    }),
  }),
]);

export type Outgoing = z.output<typeof outgoingSchema>;

/** Types of the Cloud API that Frontdesk stores and shows, but can't send yet. */
const LATER: ReadonlySet<string> = new Set([
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'template',
  'interactive',
]);

/** Says about a type that is real but not built yet what is so, instead of calling it a mistake. */
export function refuseTypesOfLater(body: Json | undefined): void {
  const type = textAt(body, 'type');
  if (type === undefined || !LATER.has(type)) return;
  throw new Problem(
    'unsupported_type',
    `Frontdesk can’t send messages of type “${type}” over this API yet. It sends text and reaction. Nothing was queued.`,
  );
}
