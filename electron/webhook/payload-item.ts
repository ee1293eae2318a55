import type { Json, JsonObject } from '#shared/json.ts';
import { fieldAt, isJsonList, listAt } from '#shared/json-fields.ts';
import type { PersonHint } from '../people/identity.ts';
import {
  MalformedUpdateError,
  assertShallow,
  readContact,
  requireObject,
} from './payload-fields.ts';
import type { NumberRef, Update } from './update.ts';

/** One change of a delivery: a field, its value, and for whom it is. */
export interface Change {
  readonly field: string;
  readonly value: JsonObject;
  readonly path: string;
  /** When Meta said so; only account fields have it. */
  readonly at: number | null;
  readonly number: NumberRef;
}

/** One element of a list in a change. */
export interface Item {
  readonly change: Change;
  readonly item: JsonObject;
  readonly path: string;
  readonly contacts: readonly PersonHint[];
}

/** Reads a list element by element; one that can't be read never spoils the others. */
export function* eachItem(
  change: Change,
  key: string,
  read: (item: Item) => Update,
  value: Json = change.value,
): Generator<Update, void> {
  const list = fieldAt(value, key);
  if (list === undefined) return;
  const path = `${change.path}.${key}`;
  if (!isJsonList(list)) {
    yield { kind: 'malformed', path, reason: 'It is not a list.' };
    return;
  }
  const contacts = listAt(value, 'contacts').map(readContact);
  for (const [index, element] of list.entries()) {
    yield readItem(change, element, `${path}[${index}]`, contacts, read);
  }
}

export function readItem(
  change: Change,
  element: Json,
  path: string,
  contacts: readonly PersonHint[],
  read: (item: Item) => Update,
): Update {
  try {
    assertShallow(element);
    return read({ change, item: requireObject(element), path, contacts });
  } catch (error) {
    if (!(error instanceof MalformedUpdateError)) throw error;
    return { kind: 'malformed', path, reason: error.message };
  }
}
