import { isSupportedCountry, parsePhoneNumber } from 'libphonenumber-js/max';
import type { PhoneCheck } from '#shared/models/contact-list.ts';
import { contactByPhones } from '../store/block-subjects.ts';
import { findContact } from '../store/contact-list.ts';
import type { Reader } from '../store/store.ts';
import { judgePhone } from './import/phone-cell.ts';
import { phoneVariants } from '#shared/phone-variants.ts';

/** What somebody types as a number, read as an import reads it; and who has it already. */
export function checkPhone(
  db: Reader,
  { text, country }: { readonly text: string; readonly country: string | null },
): PhoneCheck {
  const known = country !== null && isSupportedCountry(country) ? country : null;
  if (known === null && !/^\s*\+/.test(text)) return { kind: 'no_country' };
  const judged = judgePhone(text, known);
  if (!judged.ok) return { kind: 'refused', reason: judged.reason };
  const number = parsePhoneNumber(judged.phone);
  const holder = contactByPhones(db, phoneVariants(judged.phone));
  return {
    kind: 'number',
    phone: judged.phone,
    written: number.formatInternational(),
    country: number.country ?? null,
    holder: holder === undefined ? null : (findContact(db, holder) ?? null),
  };
}
