import { z } from 'zod';
import { OUTGOING_CONTENT } from '#shared/outgoing/content.ts';
import { OUTGOING_FILE } from './outgoing-file.ts';

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
  z.strictObject({ ...common, type: z.literal('image'), image: OUTGOING_FILE.image }),
  z.strictObject({ ...common, type: z.literal('video'), video: OUTGOING_FILE.video }),
  z.strictObject({ ...common, type: z.literal('audio'), audio: OUTGOING_FILE.audio }),
  z.strictObject({ ...common, type: z.literal('document'), document: OUTGOING_FILE.document }),
  z.strictObject({ ...common, type: z.literal('sticker'), sticker: OUTGOING_FILE.sticker }),
]);

export type Outgoing = z.output<typeof outgoingSchema>;
