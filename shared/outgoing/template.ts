import { z } from 'zod';
import { locationSchema } from './location.ts';
import { OUTGOING_LIMITS } from './limits.ts';
import { token, webAddress, words } from './words.ts';

const { templateName, couponCode, question, url } = OUTGOING_LIMITS;

const file = z.union([
  z.strictObject({ id: token('The id of the file', 256), filename: z.string().exactOptional() }),
  z.strictObject({
    link: webAddress('The link of the file', url),
    filename: z.string().exactOptional(),
  }),
]);

const named = { parameter_name: token('The name of a parameter', 256).exactOptional() };

/** A parameter without words is refused by Meta, so it is refused here. */
const text = z.strictObject({
  type: z.literal('text'),
  text: words('A parameter of the template', question),
  ...named,
});

const parameter = z.discriminatedUnion('type', [
  text,
  z.strictObject({
    type: z.literal('currency'),
    currency: z.strictObject({
      fallback_value: words('The amount in words', 64),
      code: z.string().regex(/^[A-Z]{3}$/u, 'A currency is three capital letters.'),
      amount_1000: z.int(),
    }),
    ...named,
  }),
  z.strictObject({
    type: z.literal('date_time'),
    date_time: z.strictObject({ fallback_value: words('The date in words', 128) }),
    ...named,
  }),
  z.strictObject({ type: z.literal('image'), image: file, ...named }),
  z.strictObject({ type: z.literal('video'), video: file, ...named }),
  z.strictObject({ type: z.literal('document'), document: file, ...named }),
  z.strictObject({ type: z.literal('location'), location: locationSchema }),
  z.strictObject({
    type: z.literal('product'),
    product: z.strictObject({ product_retailer_id: z.string(), catalog_id: z.string() }),
  }),
]);

const index = z.union([
  z.int().min(0).max(9),
  z.string().regex(/^\d$/u, 'The index of a button is 0 to 9.'),
]);

const buttonParameter = z.discriminatedUnion('type', [
  text,
  z.strictObject({ type: z.literal('payload'), payload: token('The payload of a button', 256) }),
  z.strictObject({
    type: z.literal('coupon_code'),
    coupon_code: words('The coupon code', couponCode),
  }),
  z.strictObject({ type: z.literal('action'), action: z.record(z.string(), z.json()) }),
]);

const button = z.strictObject({
  type: z.literal('button'),
  sub_type: z.enum(['quick_reply', 'url', 'copy_code', 'flow', 'catalog', 'mpm', 'voice_call']),
  index,
  parameters: z.array(buttonParameter).exactOptional(),
});

const header = z.strictObject({
  type: z.literal('header'),
  parameters: z.array(parameter).exactOptional(),
});

const body = z.strictObject({
  type: z.literal('body'),
  parameters: z.array(parameter).exactOptional(),
});

const component = z.discriminatedUnion(
  'type',
  [
    header,
    body,
    button,
    z.strictObject({
      type: z.literal('carousel'),
      cards: z
        .array(
          z.strictObject({
            card_index: z.int().min(0).max(9),
            components: z.array(z.discriminatedUnion('type', [header, body, button])),
          }),
        )
        .min(1)
        .max(10),
    }),
    z.strictObject({
      type: z.literal('limited_time_offer'),
      parameters: z.array(
        z.strictObject({
          type: z.literal('limited_time_offer'),
          limited_time_offer: z.strictObject({ expiration_time_ms: z.int().positive() }),
        }),
      ),
    }),
  ],
  'A part of a template is header, body, button, carousel or limited_time_offer.',
);

/** Source: meta-platform §1.5. */
export const templateSchema = z.strictObject({
  name: z
    .string('The name of the template is missing.')
    .regex(/^[a-z0-9_]+$/u, 'The name of a template has small letters, digits and _ only.')
    .max(templateName, `The name of a template has at most ${templateName} characters.`),
  language: z.strictObject({
    code: z
      .string()
      .regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/u, 'A language is written as en or en_US.'),
    policy: z.literal('deterministic').exactOptional(),
  }),
  components: z.array(component).exactOptional(),
});
