import { useTranslation } from 'react-i18next';
import { Words } from '../../../ui/message/Words.tsx';
import styles from './FirstWording.module.css';

/** What an edited message said at first, for who wants to know. */
export function FirstWording({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <details className={styles['before']}>
      <summary>{t('message.firstWording')}</summary>
      <Words text={text} />
    </details>
  );
}
