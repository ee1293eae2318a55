import { UsageError } from './command.ts';

/** A whole number within bounds. Throws UsageError that names what it was for. */
export function wholeNumber(
  name: string,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (number >= min && number <= max) return number;
  throw new UsageError(`${name} must be a whole number from ${min} to ${max}, not “${text}”.`);
}

/** The id of a row, as lists print it. */
export function rowId(name: string, text: string): number {
  return wholeNumber(name, text, { min: 1, max: 999_999_999_999_999 });
}
