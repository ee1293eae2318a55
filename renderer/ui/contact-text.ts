import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ChatContact } from '#shared/models/chat.ts';

/** A number as people write it, `+55 11 98877 6655`; as it stands when its country is not known. */
export function phoneText(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** What to call the person: their name, or their number where that is all there is. */
export function contactName({ name, phone }: ChatContact): string {
  return name === phone ? phoneText(name) : name;
}

/** The number or username that stands under the name; null where the name says it already. */
export function contactHandle({ name, phone, username }: ChatContact): string | null {
  if (phone !== null) return phone === name ? null : phoneText(phone);
  return username === null || name === `@${username}` ? null : `@${username}`;
}
