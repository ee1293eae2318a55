import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { isJsonObject, parseJson, type Json, type JsonObject } from '#shared/json.ts';

/** Says what is wrong with a value, one sentence per finding; nothing when it is as Meta describes. */
export type Check = (value: Json) => string[];

export interface MetaOpenApi {
  /** A schema under `components.schemas`. */
  schema(name: string): Check;
  /** The 200 answer of an operation, e.g. `('/{Version}/{Phone-Number-ID}/messages', 'post')`. */
  answer(path: string, method: 'get' | 'post' | 'delete'): Check;
  /** The body that an operation takes. */
  request(path: string, method: 'post' | 'delete'): Check;
}

const FILE = join(
  import.meta.dirname,
  '../../../shared/meta-openapi/business-messaging-api_v23.0.yaml',
);

/** Meta's own description of its API, or undefined on machines that do not have it. */
export function loadMetaOpenApi(): MetaOpenApi | undefined {
  if (!existsSync(FILE)) return undefined;
  const document = repaired(readDocument());
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats(ajv);
  ajv.addSchema(document, 'meta');
  const check = (pointer: string): Check => {
    const validate = ajv.compile({ $ref: `meta#${pointer}` });
    return (value) => {
      if (validate(value)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
      );
    };
  };
  return {
    schema: (name) => check(`/components/schemas/${name}`),
    answer: (path, method) =>
      check(
        `/paths/${escapePointer(path)}/${method}/responses/200/content/application~1json/schema`,
      ),
    request: (path, method) =>
      check(`/paths/${escapePointer(path)}/${method}/requestBody/content/application~1json/schema`),
  };
}

/** Checks what Frontdesk sends; undefined where Meta's description is not at hand. */
export function requestSchema(request: 'messages' | 'mark'): Check | undefined {
  const name = request === 'messages' ? 'Message' : 'MarkMessageRequestPayload';
  return loadMetaOpenApi()?.schema(name);
}

function readDocument(): JsonObject {
  const document: unknown = parse(readFileSync(FILE, 'utf8'));
  const json = parseJson(JSON.stringify(document));
  if (!isJsonObject(json)) throw new Error('The OpenAPI file is no object.');
  return json;
}

/**
 * The file is several descriptions put together, and older than the platform. Three things are set
 * right here, and nothing else, so that a difference stays visible.
 */
function repaired(document: JsonObject): JsonObject {
  const components = objectAt(document, 'components');
  const schemas = objectAt(components, 'schemas');
  const renamed = {
    ...schemas,
    ...pointedWithin(schemas, 'BaseMessageProperties', 'UrlObject'),
    ...pointedWithin(schemas, 'WebhookPayload', 'SystemMessage'),
  };
  const closed = Object.fromEntries(
    Object.entries(renamed).map(([name, schema]) => [name, closedAsAWhole(schema)]),
  );
  return { ...document, components: { ...components, schemas: broughtUpToDate(closed) } };
}

/**
 * Where two of the descriptions used one name, the later got a number (`TextMessage_2`), but its
 * neighbours still point at the first.
 */
function pointedWithin(schemas: JsonObject, first: string, last: string): JsonObject {
  const names = Object.keys(schemas);
  const family = names.slice(names.indexOf(first), names.indexOf(last) + 1);
  const numbered = family.filter((name) => /_\d$/.test(name));
  const target = new Map(
    numbered.map((name) => [`#/components/schemas/${name.replace(/_\d$/, '')}`, name]),
  );
  const point = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(point);
    if (!isJsonObject(value)) return value;
    const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
      const name = key === '$ref' && typeof inner === 'string' ? target.get(inner) : undefined;
      return [key, name === undefined ? point(inner) : `#/components/schemas/${name}`];
    });
    return Object.fromEntries(entries);
  };
  return Object.fromEntries(family.map((name) => [name, point(schemas[name] ?? null)]));
}

/** `additionalProperties: false` in one part of an `allOf` forbids the other part; the whole is meant. */
function closedAsAWhole(schema: Json): Json {
  if (!isJsonObject(schema) || !Array.isArray(schema['allOf'])) return schema;
  const parts = schema['allOf'].filter(isJsonObject);
  if (!parts.some((part) => part['additionalProperties'] === false)) return schema;
  const open = parts.map((part) =>
    Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'additionalProperties')),
  );
  return { ...schema, allOf: open, unevaluatedProperties: false };
}

/** What came after the file, or is wrong in it, each with where it is written down. */
const NEWER: readonly (readonly [path: string, value: Json])[] = [
  // Phones may be missing since April 2026. Source: meta-platform §3.1.
  ['BaseMessageProperties_1/required', ['id', 'timestamp']],
  ['Statuses/required', ['id', 'status', 'timestamp']],
  // `played` came in March 2026. Source: meta-platform §2.5.
  ['Statuses/properties/status/enum', ['sent', 'delivered', 'read', 'played', 'failed']],
  // Quotes have no product, and forwarded messages have no id either. Source: meta-platform §2.4.
  ['ContextObject/required', []],
  ['LocationMessage_1/allOf/1/properties/location/required', ['latitude', 'longitude']],
  ['ReactionMessage_1/allOf/1/properties/reaction/required', ['message_id']],
  [
    'InteractiveMessageReply/allOf/1/properties/interactive/properties/type/enum',
    ['list_reply', 'button_reply', 'nfm_reply', 'call_permission_reply', 'product'],
  ],
  // Sending by BSUID, and our own id for a message. Source: meta-platform §1.2.
  ['BaseMessageProperties/required', ['messaging_product', 'type']],
  ['BaseMessageProperties/properties/recipient', { type: 'string' }],
  ['BaseMessageProperties/properties/biz_opaque_callback_data', { type: 'string', maxLength: 512 }],
  // Source: meta-platform §1.5 and §1.10.
  ['LanguageObject/required', ['code']],
  ['WhatsAppBusinessAccountPhoneNumber/properties/status', { type: 'string' }],
];

function broughtUpToDate(schemas: JsonObject): JsonObject {
  return NEWER.reduce((all, [path, value]) => withValue(all, path.split('/'), value), schemas);
}

function withValue(
  parent: JsonObject,
  [key = '', ...rest]: readonly string[],
  value: Json,
): JsonObject {
  return { ...parent, [key]: changed(parent[key], rest, value) };
}

function changed(before: Json | undefined, path: readonly string[], value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(before)) {
    return before.map((item: Json, index) =>
      index === Number(key) ? changed(item, rest, value) : item,
    );
  }
  if (!isJsonObject(before)) throw new Error(`Meta's description has no ${path.join('/')}.`);
  return withValue(before, path, value);
}

function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  if (!isJsonObject(value)) throw new Error(`Meta's description has no ${key}.`);
  return value;
}

function escapePointer(path: string): string {
  return encodeURI(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}
