import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { comeFrom, loadCountries, useImportDraft } from '../../../stores/import-draft.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Card } from './Card.tsx';
import styles from './CountryCard.module.css';

/** Where numbers without a country code are from: the owner says it, or they are refused. */
export function CountryCard() {
  const { t, i18n } = useTranslation();
  const country = useImportDraft((state) => state.defaultCountry);
  const codes = useImportDraft((state) => state.countries);
  useEffect(() => void loadCountries(), []);
  return (
    <Card title={t('imports.country.title')} lead={t('imports.country.lead')}>
      <div className={styles['choice']}>
        <SelectField
          label={t('imports.country.label')}
          value={country ?? ''}
          onChange={(value) => void comeFrom(value === '' ? null : value)}
        >
          <option value="">{t('imports.country.none')}</option>
          {named(codes, i18n.language).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </Card>
  );
}

function named(
  codes: readonly string[],
  locale: string,
): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}
