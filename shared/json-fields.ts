import { isJsonObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/*
 * Reads fields of JSON from outside. Only a value's own fields count, so that a missing `constructor`
 * is missing; a field of another type than asked for counts as absent.
 */

export function fieldAt(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function objectAt(value: Json | undefined, key: string): JsonObject | undefined {
  const field = fieldAt(value, key);
  return isJsonObject(field) ? field : undefined;
}

/** The elements of a list; none when there is no list. */
export function listAt(value: Json | undefined, key: string): readonly Json[] {
  const field = fieldAt(value, key);
  return isJsonList(field) ? field : [];
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A text that is not empty. Meta leaves out what it does not know, but not every sender does. */
export function textAt(value: Json | undefined, key: string): string | undefined {
  const field = fieldAt(value, key);
  return typeof field === 'string' && field !== '' ? field : undefined;
}

/** A finite number, also where it was sent as text. */
export function numberAt(value: Json | undefined, key: string): number | undefined {
  const field = fieldAt(value, key);
  if (typeof field === 'number') return Number.isFinite(field) ? field : undefined;
  if (typeof field !== 'string' || field.trim() === '') return undefined;
  const number = Number(field);
  return Number.isFinite(number) ? number : undefined;
}
