import { useTranslation } from 'react-i18next';

export function ConsentScreen() {
  const { t } = useTranslation();
  return <h2>{t('contacts.tabs.consent')}</h2>;
}
