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
  /** Sees a body before its schema does, where a plain “invalid” would not be the whole truth. */
  lookAt?(body: Json | undefined): void;
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

/** A route whose types are sealed inside: it takes a request as it comes and checks it. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly scope: Scope | null;
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
  readonly status: 200 | 201 | 202;
  readonly answer: z.ZodType;
  readonly takesIdempotencyKey: boolean;
  /** Throws `Problem` or `FrontdeskError`. */
  run(request: RawRequest): Promise<Answer>;
}

export function route<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  spec: RouteSpec<Query, Body, Reply>,
): Route {
  return {
    ...spec,
    async run({ params, query, body }) {
      spec.lookAt?.(body);
      const answer = await spec.handle({
        params,
        query: checked(spec.query, query),
        body: checked(spec.body, body),
      });
      return { status: spec.status, json: JSON.stringify(answer) };
    },
  };
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw badFields(result.error);
  return result.data;
}
