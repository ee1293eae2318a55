import { z } from 'zod';
import { MAX_CAPTION_LENGTH } from '#shared/limits.ts';

const source = {
  id: z.int().positive().exactOptional().describe('A file of the media library'),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .exactOptional()
    .describe('Where WhatsApp itself fetches the file'),
};
const caption = z.string().max(MAX_CAPTION_LENGTH).exactOptional();

/** The objects of `POST /messages` that name a file, as in the Cloud API. Source: meta-platform §1.3. */
export const OUTGOING_FILE = {
  image: oneSource(z.strictObject({ ...source, caption })),
  video: oneSource(z.strictObject({ ...source, caption })),
  audio: oneSource(z.strictObject({ ...source, voice: z.boolean().exactOptional() })),
  document: oneSource(
    z.strictObject({ ...source, caption, filename: z.string().max(240).exactOptional() }),
  ),
  sticker: oneSource(z.strictObject(source)),
} as const;

function oneSource<Shape extends typeof source>(schema: z.ZodObject<Shape, z.core.$strict>) {
  return schema.refine((file) => 'id' in file !== 'link' in file, 'give id or link, and not both');
}
