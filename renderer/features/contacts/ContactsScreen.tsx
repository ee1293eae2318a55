import { useTranslation } from 'react-i18next';

export function ContactsScreen() {
  const { t } = useTranslation();
  return (
    <main>
      <h1>{t('rail.contacts')}</h1>
    </main>
  );
}
