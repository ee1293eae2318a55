import type { Json } from './json.ts';
import { listAt, objectAt, textAt } from './json-fields.ts';
import type { ContactCard } from './models/message-content.ts';

/** The contact cards of a `contacts` message. A card's `name` may be missing. Source: meta-platform §2.4. */
export function readContactCards(payload: Json): ContactCard[] {
  return listAt(payload, 'contacts').map(readCard);
}

function readCard(card: Json): ContactCard {
  const phones = texts(listAt(card, 'phones'), 'phone', 'wa_id');
  const emails = texts(listAt(card, 'emails'), 'email');
  const organisation = textAt(objectAt(card, 'org'), 'company') ?? null;
  const name = fullName(card) ?? organisation ?? phones[0] ?? emails[0] ?? '';
  return { name, phones, emails, organisation };
}

function fullName(card: Json): string | undefined {
  const name = objectAt(card, 'name');
  const parts = [textAt(name, 'first_name'), textAt(name, 'last_name')];
  const joined = parts.filter((part) => part !== undefined).join(' ');
  return textAt(name, 'formatted_name') ?? (joined === '' ? undefined : joined);
}

function texts(items: readonly Json[], ...keys: readonly string[]): string[] {
  return items.flatMap((item) => {
    const found = keys.map((key) => textAt(item, key)).find((text) => text !== undefined);
    return found === undefined ? [] : [found];
  });
}
