import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { followMerges, loadMerges, useMerges } from '../../../stores/merges.ts';
import { Button } from '../../../ui/Button.tsx';
import { MergeHistory } from './MergeHistory.tsx';
import { Suggestions } from './Suggestions.tsx';
import styles from './DuplicatesScreen.module.css';

/** Contacts who may be one person, and those who became one. */
export function DuplicatesScreen() {
  const { t } = useTranslation();
  const suggested = useMerges((state) => state.suggested);
  const history = useMerges((state) => state.history);
  const hasFailed = useMerges((state) => state.hasFailed);
  useEffect(followMerges, []);

  if (suggested === undefined || history === undefined) {
    return hasFailed ? (
      <div role="alert" className={styles['failed']}>
        <p>{t('merges.failed')}</p>
        <Button kind="quiet" onClick={() => void loadMerges()}>
          {t('app.tryAgain')}
        </Button>
      </div>
    ) : (
      <div className={styles['screen']} />
    );
  }
  return (
    <div className={styles['screen']}>
      <Suggestions suggested={suggested} />
      {history.length > 0 && <MergeHistory history={history} />}
    </div>
  );
}
