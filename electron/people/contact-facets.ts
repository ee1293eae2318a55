import { getCountries, getCountryCallingCode } from 'libphonenumber-js';
import type { CountryFacet } from '#shared/models/contact-list.ts';
import type { CountedBeginning } from '../store/contact-facets.ts';

/** The countries of numbers, by how these begin; the most frequent first. */
export function countriesOf(beginnings: readonly CountedBeginning[]): CountryFacet[] {
  const mainCountries = countriesByCode();
  const people = new Map<string, number>();
  for (const { beginning, people: count } of beginnings) {
    const code = codesWithin(beginning).find((each) => mainCountries.has(each));
    if (code !== undefined) people.set(code, (people.get(code) ?? 0) + count);
  }
  return [...people]
    .map(([callingCode, count]) => ({
      callingCode,
      country: mainCountries.get(callingCode) ?? '',
      people: count,
    }))
    .toSorted((a, b) => b.people - a.people || a.callingCode.localeCompare(b.callingCode));
}

/** No calling code begins with another one. */
function codesWithin(beginning: string): string[] {
  return [2, 3, 4].map((length) => beginning.slice(0, length));
}

/** Those that the others of a shared code depend on. */
const MAIN: ReadonlyMap<string, string> = new Map([
  ['+1', 'US'],
  ['+7', 'RU'],
  ['+39', 'IT'],
  ['+44', 'GB'],
  ['+47', 'NO'],
  ['+61', 'AU'],
  ['+212', 'MA'],
  ['+262', 'RE'],
  ['+290', 'SH'],
  ['+358', 'FI'],
  ['+590', 'GP'],
  ['+599', 'CW'],
]);

function countriesByCode(): ReadonlyMap<string, string> {
  const byCode = new Map<string, string>(MAIN);
  for (const country of getCountries()) {
    const code = `+${getCountryCallingCode(country)}`;
    if (!byCode.has(code)) byCode.set(code, country);
  }
  return byCode;
}
