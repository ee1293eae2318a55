import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRoutes } from '#electron/api/routes.ts';
import { inlineReader } from '#electron/store/reader.ts';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import { fieldAt, objectAt } from '#shared/json-fields.ts';
import { PHONE, serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;
let description: Json;

beforeEach(async () => {
  api = await serveApi();
  description = (await api.call('GET', '/api/openapi.json', { key: '' })).body;
});

afterEach(() => api.close());

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and needs no key', () => {
    expect(description).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Frontdesk', version: '1.2.3' },
      servers: [{ url: '/api/v1' }],
    });
  });

  it('has every route of the table, and each under a name of its own', () => {
    const routes = createRoutes({
      store: api.store,
      blocking: api.blocking,
      removeFile: () => Promise.resolve(),
      reader: inlineReader(api.store),
      clock: () => 0,
      version: '',
      library: { add: () => Promise.reject(new Error()), read: () => Promise.reject(new Error()) },
    });
    const described = operations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(described.toSorted()).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
    const names = operations().map(({ operation }) => fieldAt(operation, 'operationId'));
    expect(new Set(names).size).toBe(names.length);
  });

  it('refers only to schemas that are there, all of them valid JSON Schema', () => {
    const ajv = schemas();
    for (const { path, operation } of operations()) {
      for (const schema of schemasIn(operation)) {
        expect(() => ajv.compile(resolved(schema)), path).not.toThrow();
      }
    }
  });

  it('describes what is really answered', async () => {
    const ajv = schemas();
    const answers: [string, Json][] = [
      ['/health', (await api.call('GET', '/health')).body],
      ['/accounts', (await api.call('GET', '/accounts')).body],
      ['/chats', (await api.call('GET', '/chats')).body],
      ['/chats/{id}/messages', (await api.call('GET', `/chats/${api.chatId}/messages`)).body],
      ['/messages/{id}', (await api.call('GET', '/messages/1')).body],
    ];
    for (const [path, answer] of answers) {
      const operation = objectAt(objectAt(objectAt(description, 'paths'), path), 'get');
      const [schema] = schemasIn(objectAt(operation, 'responses') ?? {});
      const validate = ajv.compile(resolved(schema ?? {}));
      expect([path, validate(answer), validate.errors]).toEqual([path, true, null]);
    }
    const problem = (await api.call('POST', '/messages', { json: { to: PHONE } })).body;
    const validate = ajv.compile({ $ref: 'api#/components/schemas/Problem' });
    expect(validate(problem)).toBe(true);
    expect(validate({ ...(isJsonObject(problem) ? problem : {}), status: 'bad' })).toBe(false);
  });
});

function operations(): { path: string; method: string; operation: Json }[] {
  return Object.entries(objectAt(description, 'paths') ?? {}).flatMap(([path, methods]) =>
    isJsonObject(methods)
      ? Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
      : [],
  );
}

function schemas(): Ajv2020 {
  const formats = {
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
    uri: (text: string) => URL.canParse(text),
    email: true,
    binary: true,
    date: true,
  } as const;
  const ajv = new Ajv2020({ strict: false, formats });
  ajv.addSchema({ $id: 'api', components: objectAt(description, 'components') ?? {} });
  return ajv;
}

/** Every `schema` in a part of the document, wherever it stands. */
function schemasIn(part: Json): JsonObject[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, Json]) =>
    key === 'schema' && isJsonObject(value) ? [value] : schemasIn(value),
  );
}

function resolved(schema: JsonObject): object {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
  const parsed = parseJson(text);
  return isJsonObject(parsed) ? parsed : {};
}
