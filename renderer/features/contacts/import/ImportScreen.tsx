import { useTranslation } from 'react-i18next';

export function ImportScreen() {
  const { t } = useTranslation();
  return <h2>{t('contacts.tabs.import')}</h2>;
}
