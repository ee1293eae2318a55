import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { countryChoices } from '../../../ui/countries.ts';
import styles from './PhoneField.module.css';

interface CountrySelectProps {
  /** Null: nobody said. */
  readonly country: string | null;
  readonly onCountry: (country: string | null) => void;
}

/** Where a number that is written without + is from. */
export function CountrySelect({ country, onCountry }: CountrySelectProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  return (
    <div className={styles['country']}>
      <label htmlFor={id} className={styles['label']}>
        {t('contacts.phone.country')}
      </label>
      <select
        id={id}
        className={styles['select']}
        value={country ?? ''}
        onChange={({ target: { value } }) => onCountry(value === '' ? null : value)}
      >
        <option value="">{t('contacts.phone.noCountry')}</option>
        {countryChoices(i18n.language).map(({ code, name, callingCode }) => (
          <option key={code} value={code}>
            {`${name} (${callingCode})`}
          </option>
        ))}
      </select>
    </div>
  );
}
