import { z } from 'zod';
import type { Json, JsonObject } from '#shared/json.ts';
import { OUTGOING_CONTENT } from '#shared/outgoing/content.ts';
import { isTooLong } from '#shared/outgoing/words.ts';
import { refuse, type Refusal } from './graph-errors.ts';

/** Lengths and shapes of what may be sent. Source: meta-platform §1.2–1.5, §5.6. */

const link = z.url({ protocol: /^https?$/ });
const mediaById = z.strictObject({ id: z.string().min(1) });
const mediaByLink = z.strictObject({ link });

function media<T extends z.ZodRawShape>(extra: T) {
  return z.union([mediaById.extend(extra), mediaByLink.extend(extra)]);
}

const caption = z.string().max(1_024).optional();

const common = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().optional(),
  recipient: z.string().optional(),
  context: z.looseObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  messaging_account_id: z.string().optional(),
};

const { text, location, contacts, interactive, template, reaction } = OUTGOING_CONTENT;

const sendSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('text'), text }),
  z.strictObject({ ...common, type: z.literal('image'), image: media({ caption }) }),
  z.strictObject({ ...common, type: z.literal('video'), video: media({ caption }) }),
  z.strictObject({
    ...common,
    type: z.literal('audio'),
    audio: media({ voice: z.boolean().optional() }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('document'),
    document: media({ caption, filename: z.string().optional() }),
  }),
  z.strictObject({ ...common, type: z.literal('sticker'), sticker: media({}) }),
  z.strictObject({ ...common, type: z.literal('location'), location }),
  z.strictObject({ ...common, type: z.literal('contacts'), contacts }),
  z.strictObject({ ...common, type: z.literal('reaction'), reaction }),
  z.strictObject({ ...common, type: z.literal('interactive'), interactive }),
  z.strictObject({ ...common, type: z.literal('template'), template }),
]);

export type SendRequest = z.infer<typeof sendSchema>;

const markSchema = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

export type MarkRequest = z.infer<typeof markSchema>;

export type Parsed<T> = { readonly ok: true; readonly request: T } | Refusal;

/** `type` may be left out of a text, as with Meta. */
export function parseSend(body: JsonObject): Parsed<SendRequest> {
  const typed = body['type'] === undefined && 'text' in body ? { ...body, type: 'text' } : body;
  const result = sendSchema.safeParse(typed);
  return result.success
    ? { ok: true, request: result.data }
    : refusalFor(result.error.issues, typed);
}

export function parseMark(body: JsonObject): Parsed<MarkRequest> {
  const result = markSchema.safeParse(body);
  return result.success
    ? { ok: true, request: result.data }
    : refusalFor(result.error.issues, body);
}

/** The id of uploaded media in a message, if it names one. */
export function mediaIdOf(request: SendRequest): string | null {
  const object = mediaOf(request);
  return object !== null && 'id' in object ? object.id : null;
}

function mediaOf(request: SendRequest): { id: string } | { link: string } | null {
  if (request.type === 'image') return request.image;
  if (request.type === 'video') return request.video;
  if (request.type === 'audio') return request.audio;
  if (request.type === 'document') return request.document;
  if (request.type === 'sticker') return request.sticker;
  return null;
}

function refusalFor(issues: readonly z.core.$ZodIssue[], body: JsonObject): Refusal {
  const issue = deepest(issues);
  if (issue === undefined) return refuse(100);
  const parameter = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const where = parameter === '' ? 'the request' : `param "${parameter}"`;
    return refuse(100, `Unexpected key "${issue.keys[0]}" on ${where}.`);
  }
  if (valueAt(body, issue.path) === undefined) {
    return refuse(131008, `The parameter ${parameter} is required.`);
  }
  if (isTooLong(issue)) return refuse(100, `Param ${parameter}: ${issue.message}`);
  if (parameter === 'type') {
    return refuse(
      100,
      'Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, REACTION, STICKER, TEMPLATE, TEXT, VIDEO}.',
    );
  }
  return refuse(131009, `Param ${parameter === '' ? 'body' : parameter}: ${issue.message}`);
}

/** A union reports every branch; what the sender wants to hear is the branch that got furthest. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const issue = issues[0];
  if (issue?.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const branches = issue.errors.toSorted((left, right) => left.length - right.length);
  const inner = deepest(branches[0] ?? []);
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] };
}

function valueAt(body: JsonObject, path: readonly PropertyKey[]): Json | undefined {
  let value: Json | undefined = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || typeof key === 'symbol') return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}
