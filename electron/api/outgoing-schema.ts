import { z } from 'zod';
import type { Json } from '#shared/json.ts';
import { textAt } from '#shared/json-fields.ts';
import { OUTGOING_CONTENT } from '#shared/outgoing/content.ts';
import { Problem } from './problem.ts';

const rowId = z.int().positive();

const addressee = {
  account_id: rowId.optional().describe('May be left out while one account is active'),
  to: z.string().optional().describe('E.164 with +; this or chat_id'),
  chat_id: rowId.optional(),
};

const common = {
  ...addressee,
  context: z
    .strictObject({ message_id: z.string().min(1).describe('wamid of the quoted message') })
    .optional(),
};

const { text, location, contacts, interactive, template, reaction } = OUTGOING_CONTENT;

/** What `POST /messages` takes: content named as in the Cloud API, checked as everywhere. */
export const outgoingSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('text'), text }),
  z.strictObject({ ...common, type: z.literal('location'), location }),
  z.strictObject({ ...common, type: z.literal('contacts'), contacts }),
  z.strictObject({ ...common, type: z.literal('interactive'), interactive }),
  z.strictObject({ ...common, type: z.literal('template'), template }),
  z.strictObject({ ...addressee, type: z.literal('reaction'), reaction }),
]);

export type Outgoing = z.output<typeof outgoingSchema>;

/** Types of the Cloud API that Frontdesk stores and shows, but can't send yet. */
const LATER: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'document', 'sticker']);

/** Says about a type that is real but not built yet what is so, instead of calling it a mistake. */
export function refuseTypesOfLater(body: Json | undefined): void {
  const type = textAt(body, 'type');
  if (type === undefined || !LATER.has(type)) return;
  throw new Problem(
    'unsupported_type',
    `Frontdesk can’t send messages of type “${type}” over this API yet. It sends text, location, contacts, interactive, template and reaction. Nothing was queued.`,
  );
}
