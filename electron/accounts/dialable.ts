import { isE164 } from '#shared/phone.ts';

/** A number as Meta or a person writes it (`+1 555-123-4567`, `15551234567`) → E.164, or null. */
export function dialable(text: string): string | null {
  if (!/^\+?[\d\s().-]+$/.test(text)) return null;
  const number = `+${text.replaceAll(/\D/g, '')}`;
  return isE164(number) ? number : null;
}
