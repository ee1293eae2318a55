import { isJsonObject } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { fieldAt, numberAt, objectAt, textAt } from '#shared/json-fields.ts';
import type { PersonHint } from '../people/identity.ts';

/** An update that is not as it should be. The reason is for people. */
export class MalformedUpdateError extends Error {
  override readonly name = 'MalformedUpdateError';
}

/** Beyond this, what Meta sends in an update is not a message but an attack on the stack. */
const MAX_DEPTH = 64;

export function assertShallow(value: Json): void {
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw new MalformedUpdateError(`It is nested more than ${MAX_DEPTH} levels deep.`);
  }
}

function isDeeperThan(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((child: Json) => isDeeperThan(child, levels - 1));
}

/** No id of Meta's is near this long. */
const MAX_ID_LENGTH = 1_000;

/** An id, also where it was sent as a number. Undefined where there is none that could be one. */
export function idAt(value: Json | undefined, key: string): string | undefined {
  const field = fieldAt(value, key);
  if (typeof field === 'number' && Number.isSafeInteger(field)) return String(field);
  if (typeof field !== 'string' || field === '' || field.length > MAX_ID_LENGTH) return undefined;
  return field;
}

export function requireId(value: Json, key: string): string {
  const id = idAt(value, key);
  if (id === undefined) throw new MalformedUpdateError(`It has no "${key}".`);
  return id;
}

/** The year 5138, far beyond which a number of seconds is no time. */
const MAX_SECONDS = 100_000_000_000;

/** Unix seconds, as text or number, to milliseconds. */
export function timeAt(value: Json | undefined, key: string): number | undefined {
  const seconds = numberAt(value, key);
  if (seconds === undefined || seconds <= 0) return undefined;
  // Some account fields count in milliseconds without saying so.
  const ms = seconds < MAX_SECONDS ? seconds * 1_000 : seconds;
  return ms < MAX_SECONDS * 1_000 ? Math.floor(ms) : undefined;
}

export function requireTime(value: Json, key: string): number {
  const at = timeAt(value, key);
  if (at === undefined) throw new MalformedUpdateError(`Its "${key}" is not a time.`);
  return at;
}

/** Digits of a phone however it is written; WhatsApp itself writes digits only. */
export function waIdAt(value: Json | undefined, key: string): string | null {
  const digits = idAt(value, key)?.replace(/[\s+().-]/g, '');
  return digits !== undefined && /^\d{4,20}$/.test(digits) ? digits : null;
}

export const NOBODY: PersonHint = {
  bsuid: null,
  parentBsuid: null,
  waId: null,
  username: null,
  profileName: null,
};

/** An entry of a `contacts` array. Source: meta-platform §2.4. */
export function readContact(contact: Json): PersonHint {
  const profile = objectAt(contact, 'profile');
  return {
    bsuid: idAt(contact, 'user_id') ?? null,
    parentBsuid: idAt(contact, 'parent_user_id') ?? null,
    waId: waIdAt(contact, 'wa_id'),
    username: textAt(profile, 'username') ?? null,
    hasNoUsername: profile !== undefined && textAt(profile, 'username') === undefined,
    profileName: textAt(profile, 'name') ?? null,
  };
}

/**
 * Completes what an item says about its person with the matching entry of `contacts`. Entries of
 * other people, and entries that contradict the item, add nothing.
 */
export function completeFrom(contacts: readonly PersonHint[], hint: PersonHint): PersonHint {
  const match =
    contacts.find((contact) => contact.bsuid !== null && contact.bsuid === hint.bsuid) ??
    contacts.find((contact) => contact.waId !== null && contact.waId === hint.waId) ??
    (contacts.length === 1 && hint.bsuid === null && hint.waId === null ? contacts[0] : undefined);
  if (match === undefined) return hint;
  if (hint.bsuid !== null && match.bsuid !== null && hint.bsuid !== match.bsuid) return hint;
  return {
    bsuid: hint.bsuid ?? match.bsuid,
    parentBsuid: hint.parentBsuid ?? match.parentBsuid,
    waId: hint.waId ?? match.waId,
    username: match.username,
    hasNoUsername: match.hasNoUsername ?? false,
    profileName: match.profileName,
  };
}

export function requireObject(value: Json): Extract<Json, { readonly [key: string]: Json }> {
  if (!isJsonObject(value)) throw new MalformedUpdateError('It is not an object.');
  return value;
}
