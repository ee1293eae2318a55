import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Json } from '#shared/json.ts';
import { badFields } from './problem.ts';
import type { Scope } from './scope.ts';

export const noQuery: z.ZodObject<z.core.$ZodLooseShape, z.core.$strict> = z.strictObject({});
/** For routes that have no use for a body and don't look at one. */
export const noBody: z.ZodUnknown = z.unknown();

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

interface CheckedRequest<Query, Body> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
}

/** What a route asks and answers. The same schemas check requests and describe the API. */
interface RouteSpec<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType> {
  readonly method: Method;
  /** Below the base, with parameters in braces: `/chats/{id}/messages`. */
  readonly path: string;
  /** Null: needs no key. */
  readonly scope: Scope | null;
  readonly summary: string;
  readonly query: Query;
  readonly body: Body;
  readonly status: 200 | 201 | 202;
  readonly answer: Reply;
  /** Sends or creates something, so an `Idempotency-Key` keeps it from happening twice. */
  readonly takesIdempotencyKey: boolean;
  handle(
    request: CheckedRequest<z.output<Query>, z.output<Body>>,
  ): z.output<Reply> | Promise<z.output<Reply>>;
}

export interface RawRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Undefined when the request had no body. */
  readonly body: Json | undefined;
}

export interface Answer {
  readonly status: number;
  readonly json: string;
}

/** Bytes instead of JSON. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null when there are no bytes to be sent. */
  readonly open: (() => Readable) | null;
}

/** What every route says of itself. */
interface RouteFace {
  readonly method: Method;
  readonly path: string;
  readonly scope: Scope | null;
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
  readonly status: 200 | 201 | 202;
  readonly answer: z.ZodType;
  readonly takesIdempotencyKey: boolean;
}

/** A route whose types are sealed inside: it takes a request as it comes and checks it. */
export interface JsonRoute extends RouteFace {
  readonly kind: 'json';
  /** Throws `Problem` or `FrontdeskError`. */
  run(request: RawRequest): Promise<Answer>;
}

/** A route for files, which are read and written piece by piece. */
export interface StreamRoute extends RouteFace {
  readonly kind: 'stream';
  /** Throws `Problem` or `FrontdeskError`. */
  stream(request: StreamRequest): Promise<Answer | FileAnswer>;
}

export interface StreamRequest extends Omit<RawRequest, 'body'> {
  readonly contentType: string;
  readonly range: string | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export type Route = JsonRoute | StreamRoute;

/** In the description of a route: a form with one file, and the bytes of one. */
export const fileForm: z.ZodObject = z.strictObject({
  file: z.string().meta({ format: 'binary' }),
});
export const fileBytes: z.ZodString = z.string().meta({ format: 'binary' });

export function route<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  spec: RouteSpec<Query, Body, Reply>,
): JsonRoute {
  return {
    ...spec,
    kind: 'json',
    async run({ params, query, body }) {
      const answer = await spec.handle({
        params,
        query: checked(spec.query, query),
        body: checked(spec.body, body),
      });
      return { status: spec.status, json: JSON.stringify(answer) };
    },
  };
}

/** Throws Problem `bad_input` that names every field that is wrong. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw badFields(result.error);
  return result.data;
}
