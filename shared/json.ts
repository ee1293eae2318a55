export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/**
 * `T` if JSON carries it unharmed, `never` otherwise. Structured clone would let `Date`, `Map` and
 * `bigint` through one door that the other door mangles; this keeps them out of both.
 */
export type JsonSafe<T> = T extends string | number | boolean | null
  ? T
  : T extends bigint | symbol | undefined | Date | ((...args: never[]) => unknown)
    ? never
    : T extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
      ? never
      : T extends object
        ? { readonly [K in keyof T]: JsonSafe<T[K]> }
        : never;

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses text that came from outside. Unlike `JSON.parse`, the answer has a type. Throws `SyntaxError`. */
export function parseJson(text: string): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what JSON.parse gives is Json by definition
  return JSON.parse(text) as Json;
}
