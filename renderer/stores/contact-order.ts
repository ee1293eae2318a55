import type { ContactId } from '#shared/ids.ts';
import type { Contact, ContactOrder } from '#shared/models/contact.ts';
import { unreachable } from '#shared/unreachable.ts';

/** The part of the list that is loaded: sorted, without holes. */
export interface LoadedContacts {
  readonly rows: readonly Contact[];
  /** Null when the last row is the last person there is. */
  readonly nextCursor: string | null;
}

/** As the core sorts: names rise, what is newest comes first. */
export function compareContacts(a: Contact, b: Contact, order: ContactOrder): number {
  switch (order) {
    case 'name':
      return compareLetters(a.sortName, b.sortName) || a.id - b.id;
    case 'latest_message':
      return (b.latestMessageAt ?? 0) - (a.latestMessageAt ?? 0) || b.id - a.id;
    case 'created':
      return b.createdAt - a.createdAt || b.id - a.id;
    default:
      return unreachable(order);
  }
}

/** By the numbers of their letters: JavaScript’s own `<` puts some emoji before Chinese. */
function compareLetters(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Adds the next page. Rows that moved up since their page was cut are already there and stay. */
export function appendContacts(loaded: LoadedContacts, page: LoadedContacts): LoadedContacts {
  const known = new Set(loaded.rows.map(({ id }) => id));
  const added = page.rows.filter(({ id }) => !known.has(id));
  return { rows: [...loaded.rows, ...added], nextCursor: page.nextCursor };
}

interface Fresh {
  readonly fitting: readonly Contact[];
  readonly others: readonly ContactId[];
}

/** Puts changed people where they belong now. Whoever belongs behind the loaded part waits for its page. */
export function placeContacts(
  loaded: LoadedContacts,
  { fitting, others }: Fresh,
  order: ContactOrder,
): LoadedContacts {
  const moved = new Set([...others, ...fitting.map(({ id }) => id)]);
  const rows = loaded.rows.filter(({ id }) => !moved.has(id));
  const last = loaded.rows.at(-1);
  for (const contact of fitting) {
    const isBehind =
      loaded.nextCursor !== null && last !== undefined && compareContacts(contact, last, order) > 0;
    if (!isBehind) rows.splice(placeOf(rows, contact, order), 0, contact);
  }
  return { rows, nextCursor: loaded.nextCursor };
}

function placeOf(rows: readonly Contact[], contact: Contact, order: ContactOrder): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && compareContacts(row, contact, order) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
