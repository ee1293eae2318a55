import { useTranslation } from 'react-i18next';
import type { PhoneCheck } from '#shared/models/contact-list.ts';
import { countryName } from '../../../ui/countries.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { CountrySelect } from './CountrySelect.tsx';
import styles from './PhoneField.module.css';

interface PhoneFieldProps {
  readonly label: string;
  readonly text: string;
  /** Where a number without + is from; null: nobody said. */
  readonly country: string | null;
  readonly check: PhoneCheck | undefined;
  /** What is wrong may be said: not in the middle of typing. */
  readonly saysProblem: boolean;
  readonly onText: (text: string) => void;
  readonly onCountry: (country: string | null) => void;
}

/** A number as people write it, and under it how it is read: nothing about it is guessed in silence. */
export function PhoneField(props: PhoneFieldProps) {
  const { label, text, country, check, saysProblem, onText, onCountry } = props;
  const { t } = useTranslation();
  const hasNoPlus = text.trim() !== '' && !text.trim().startsWith('+');
  return (
    <div className={styles['field']}>
      <TextField
        label={label}
        dir="ltr"
        value={text}
        onChange={onText}
        hint={useReading(check) ?? t('contacts.createDialog.phoneHint')}
        problem={useProblem(check, saysProblem)}
      />
      {hasNoPlus && <CountrySelect country={country} onCountry={onCountry} />}
    </div>
  );
}

function useReading(check: PhoneCheck | undefined): string | undefined {
  const { t, i18n } = useTranslation();
  if (check?.kind !== 'number') return undefined;
  const number = check.written;
  if (check.country === null) return t('contacts.phone.reads', { number });
  const country = countryName(check.country, i18n.language);
  return t('contacts.phone.readsIn', { number, country });
}

function useProblem(check: PhoneCheck | undefined, saysProblem: boolean): string | undefined {
  const { t } = useTranslation();
  if (!saysProblem || check === undefined) return undefined;
  if (check.kind === 'no_country') return t('contacts.phone.needsCountry');
  return check.kind === 'refused' ? check.reason : undefined;
}
