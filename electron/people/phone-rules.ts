import {
  getCountryCallingCode,
  isPossiblePhoneNumber,
  isSupportedCountry,
} from 'libphonenumber-js';
import { FrontdeskError } from '#shared/errors.ts';
import { isE164 } from '#shared/phone.ts';

/** What is wrong with a number, in words; undefined for a possible one, E.164 with `+`. */
export function phoneProblem(text: string): string | undefined {
  if (isE164(text) && isPossiblePhoneNumber(text)) return undefined;
  const reason = text.startsWith('+')
    ? `“${text}” is not a phone number.`
    : `“${text}” has no country code.`;
  return `${reason} Write it as +, country code and number: +5511912345678.`;
}

/** Throws FrontdeskError `invalid_number`. */
export function requirePhone(text: string): string {
  const problem = phoneProblem(text);
  if (problem === undefined) return text;
  throw new FrontdeskError('invalid_number', problem);
}

/**
 * How the numbers of a country begin, with `+`. Countries that share a code, such as the United
 * States and Canada, can't be told apart by it. Throws FrontdeskError `bad_input`.
 */
export function phonePrefixOf(country: string): string {
  if (isSupportedCountry(country)) return `+${getCountryCallingCode(country)}`;
  throw new FrontdeskError('bad_input', `There is no country “${country}”.`);
}
