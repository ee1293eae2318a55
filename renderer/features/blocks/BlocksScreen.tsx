import { useTranslation } from 'react-i18next';

export function BlocksScreen() {
  const { t } = useTranslation();
  return (
    <main>
      <h1>{t('rail.blocks')}</h1>
    </main>
  );
}
