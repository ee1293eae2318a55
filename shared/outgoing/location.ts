import { z } from 'zod';
import { OUTGOING_LIMITS } from './limits.ts';
import { words } from './words.ts';

const { placeText } = OUTGOING_LIMITS;

/** Degrees, as a number or as text. Goes out as text, as Meta's description has it. */
function degrees(field: string, limit: number) {
  const range = `${field} must be a number between -${limit} and ${limit}.`;
  const number = z.number(range).min(-limit, range).max(limit, range);
  const text = z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,20})?$/u, range)
    .refine((value) => Math.abs(Number(value)) <= limit, range);
  return z.union([number, text], range).transform(plainDegrees);
}

/** Never with an exponent. Seven places are a centimetre. */
function plainDegrees(value: number | string): string {
  if (typeof value === 'string') return value;
  return value.toFixed(7).replace(/\.?0+$/u, '');
}

/** Source: meta-platform §1.3, `location`. */
export const locationSchema = z.strictObject({
  latitude: degrees('The latitude', 90),
  longitude: degrees('The longitude', 180),
  name: words('The name of the place', placeText).exactOptional(),
  address: words('The address', placeText).exactOptional(),
});

export type OutgoingLocation = z.input<typeof locationSchema>;
