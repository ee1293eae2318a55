import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { useStatus } from '../../../stores/status.ts';

/** The country that all our own numbers are of; null where they differ or do not say. */
export function useHomeCountry(): string | null {
  return useStatus(({ status }) => {
    const countries = new Set(
      status?.accounts.map(
        ({ displayPhoneNumber }) =>
          parsePhoneNumberFromString(displayPhoneNumber ?? '')?.country ?? null,
      ),
    );
    const [only = null] = countries;
    return countries.size === 1 ? only : null;
  });
}
