/**
 * Phone numbers are E.164 with `+` wherever a person or a program outside sees them, and Meta's
 * `wa_id` (digits only) is kept beside them unchanged: in Brazil, Mexico and Argentina the two differ.
 */

const E164 = /^\+[1-9]\d{6,14}$/;
const DIGITS = /^[1-9]\d{6,14}$/;

export function isE164(text: string): boolean {
  return E164.test(text);
}

/** `wa_id` → E.164. Null when Meta sent something that is no number. */
export function phoneFromWaId(waId: string): string | null {
  return DIGITS.test(waId) ? `+${waId}` : null;
}
