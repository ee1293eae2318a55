import { useTranslation } from 'react-i18next';

export function SegmentsScreen() {
  const { t } = useTranslation();
  return <h2>{t('contacts.tabs.segments')}</h2>;
}
