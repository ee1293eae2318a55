import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { loadPreferences } from '../stores/preferences.ts';
import { loadStatus, useStatus } from '../stores/status.ts';
import styles from './Opening.module.css';

/** What stands there until the core has answered; shows itself only when that takes a while. */
export function Opening() {
  const { t } = useTranslation();
  const failure = useStatus((state) => state.failure);
  if (failure === undefined) return <p className={styles['opening']}>{t('app.loading')}</p>;
  return (
    <main className={styles['failed']}>
      <h1 className={styles['title']}>{t('app.startFailed')}</h1>
      <p>{failure}</p>
      <Button kind="primary" onClick={() => void Promise.all([loadStatus(), loadPreferences()])}>
        {t('app.tryAgain')}
      </Button>
    </main>
  );
}
