import { z } from 'zod';

/** Source: meta-platform §1.4. */

const reply = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
});

const header = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(60) }),
  z.looseObject({ type: z.enum(['image', 'video', 'document']) }),
]);

const parts = {
  header: header.optional(),
  body: z.strictObject({ text: z.string().min(1).max(1_024) }),
  footer: z.strictObject({ text: z.string().min(1).max(60) }).optional(),
};

const row = z.strictObject({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).optional(),
});

const sections = z
  .array(z.strictObject({ title: z.string().max(24).optional(), rows: z.array(row).min(1) }))
  .min(1)
  .max(10)
  .refine((all) => all.reduce((sum, { rows }) => sum + rows.length, 0) <= 10, {
    message: 'a list may have at most 10 rows in total',
  });

const named = z.looseObject({ name: z.string() });

export const interactiveSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...parts,
    type: z.literal('button'),
    action: z.strictObject({
      buttons: z
        .array(reply)
        .min(1)
        .max(3)
        .refine((all) => new Set(all.map((one) => one.reply.title)).size === all.length, {
          message: 'button titles must be unique',
        }),
    }),
  }),
  z.strictObject({
    ...parts,
    type: z.literal('list'),
    action: z.strictObject({ button: z.string().min(1).max(20), sections }),
  }),
  z.strictObject({
    ...parts,
    type: z.literal('cta_url'),
    action: z.strictObject({
      name: z.literal('cta_url'),
      parameters: z.strictObject({ display_text: z.string().min(1).max(20), url: z.url() }),
    }),
  }),
  z.looseObject({ type: z.literal('flow'), body: parts.body, action: named }),
  z.looseObject({ type: z.literal('catalog_message'), body: parts.body, action: named }),
  z.looseObject({ type: z.literal('location_request_message'), body: parts.body, action: named }),
  z.looseObject({ type: z.literal('request_contact_info'), body: parts.body, action: named }),
  z.looseObject({ type: z.literal('voice_call'), body: parts.body, action: named }),
  z.looseObject({ type: z.literal('carousel'), body: parts.body, action: z.looseObject({}) }),
  z.looseObject({ type: z.literal('product'), action: z.looseObject({}) }),
  z.looseObject({ type: z.literal('product_list'), body: parts.body, action: z.looseObject({}) }),
]);
