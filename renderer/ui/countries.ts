import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';

interface Country {
  readonly code: CountryCode;
  readonly name: string;
  /** With `+`. */
  readonly callingCode: string;
}

/** All countries that have phone numbers, by name in the owner's language. */
export function countryChoices(locale: string): Country[] {
  return getCountries()
    .map((code) => ({
      code,
      name: countryName(code, locale),
      callingCode: `+${getCountryCallingCode(code)}`,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

/** @param code two letters of ISO 3166 */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}
