import { isJsonList } from '#shared/json-fields.ts';
import { parseJson } from '#shared/json.ts';

/** Where a page of contacts ended. The key is a name or a time, by the order of the list. */
export interface ContactCursor {
  readonly key: string | number;
  readonly id: number;
}

export function encodeContactCursor({ key, id }: ContactCursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Null when the text is no cursor of ours. */
export function decodeContactCursor(text: string): ContactCursor | null {
  try {
    const value = parseJson(Buffer.from(text, 'base64url').toString());
    if (!isJsonList(value) || value.length !== 2) return null;
    const [key, id] = value;
    if (typeof id !== 'number' || (typeof key !== 'string' && typeof key !== 'number')) return null;
    return { key, id };
  } catch {
    return null;
  }
}
