import { useTranslation } from 'react-i18next';

export function DuplicatesScreen() {
  const { t } = useTranslation();
  return <h2>{t('contacts.tabs.duplicates')}</h2>;
}
