import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { problemSchema } from './problem.ts';
import { fileBytes, fileForm, noBody } from './route.ts';
import type { Route } from './route.ts';
import { SCOPES } from './scope.ts';

/** The OpenAPI 3.1 document, made from the schemas that check requests and shape answers. */
export function describeApi(
  routes: readonly Route[],
  { version, base }: { readonly version: string; readonly base: string },
): object {
  const schemas: Schemas = new Map();
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const operations = (paths[route.path] ??= {});
    operations[route.method.toLowerCase()] = operation(route, schemas);
  }
  referTo(problemSchema, 'output', schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Frontdesk',
      version,
      description: `Keys have the scopes ${SCOPES.join(', ')}; admin may do everything. Lists answer data and next_cursor. Times are ISO 8601 UTC, phone numbers E.164 with +. An Idempotency-Key gives the first successful answer again for 24 hours; a refused request has done nothing and may be repeated with the same key.`,
    },
    servers: [{ url: base }],
    paths,
    components: {
      schemas: Object.fromEntries(schemas),
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

type Schemas = Map<string, unknown>;

const part = z.record(z.string(), z.unknown());
type Part = z.output<typeof part>;

/** What zod makes of an object with the one property `schema`. */
const wrapper = z.object({
  $defs: z.record(z.string(), part).default({}),
  properties: z.object({ schema: part }),
});

function operation(route: Route, schemas: Schemas): object {
  const hasBody = route.body !== noBody;
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.scope === null
      ? { security: [] }
      : {
          description: `Scope: ${route.scope}`,
          security: [{ apiKey: [] }, { bearer: [] }],
        }),
    parameters: parameters(route),
    ...(hasBody && {
      requestBody: {
        required: true,
        content: {
          [route.body === fileForm ? 'multipart/form-data' : 'application/json']: {
            schema: referTo(route.body, 'input', schemas),
          },
        },
      },
    }),
    responses: {
      [route.status]: {
        description: STATUS_CODES[route.status] ?? '',
        content: {
          [route.answer === fileBytes ? '*/*' : 'application/json']: {
            schema: referTo(route.answer, 'output', schemas),
          },
        },
      },
      default: {
        description: 'Refused; the code says why',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

/** `GET /chats/{id}/messages` → `getChatsIdMessages` */
function operationId({ method, path }: Route): string {
  const words = path.match(/[a-z]+/gi) ?? [];
  return [
    method.toLowerCase(),
    ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ].join('');
}

function parameters(route: Route): object[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const { properties = {}, required = [] } = z.toJSONSchema(route.query, { io: 'input' });
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const idempotencyKey = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  };
  return [...inPath, ...inQuery, ...(route.takesIdempotencyKey ? [idempotencyKey] : [])];
}

/** A schema as it may stand in the document: what has a name of its own moves to the components. */
function referTo(schema: z.ZodType, io: 'input' | 'output', schemas: Schemas): Part {
  const wrapped = z.toJSONSchema(z.object({ schema }), { io });
  const text = JSON.stringify(wrapped).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $defs, properties } = wrapper.parse(JSON.parse(text));
  for (const [name, definition] of Object.entries($defs)) schemas.set(name, definition);
  return properties.schema;
}
