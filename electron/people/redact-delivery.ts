import { isJsonObject, parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { isJsonList } from '#shared/json-fields.ts';

/** Lists of a delivery that are about several people; the elements of all others are about one. */
const ABOUT_SEVERAL: ReadonlySet<string> = new Set(['entry', 'changes', 'history']);

/**
 * A webhook as it came, without what is about one person; what it says of others can still be
 * replayed. Empty where the delivery is no JSON.
 *
 * @param names what Meta calls the person: digits and user ids
 */
export function redactDelivery(raw: string, names: readonly string[]): string {
  try {
    return JSON.stringify(without(parseJson(raw), names, ''));
  } catch {
    return '';
  }
}

function without(value: Json, names: readonly string[], key: string): Json {
  if (typeof value === 'string') return isNamedIn(value, names) ? '' : value;
  if (isJsonList(value)) {
    const kept = ABOUT_SEVERAL.has(key)
      ? value
      : value.filter((element) => !isNamedIn(JSON.stringify(element), names));
    return kept.map((element) => without(element, names, ''));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, without(inner, names, name)]),
  );
}

function isNamedIn(text: string, names: readonly string[]): boolean {
  return names.some((name) => text.includes(name));
}
