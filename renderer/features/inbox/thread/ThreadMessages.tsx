import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { reloadThread, useThread } from '../../../stores/thread.ts';
import { MessageList } from './MessageList.tsx';
import { NewBelow } from './NewBelow.tsx';
import styles from './ThreadMessages.module.css';

export function ThreadMessages({ contactName }: { readonly contactName: string }) {
  const { t } = useTranslation();
  const phase = useThread((state) => state.phase);
  const isEmpty = useThread((state) => state.messages.length === 0);
  const generation = useThread((state) => state.generation);
  if (phase === 'failed') {
    return (
      <div className={styles['note']}>
        <p>{t('thread.failed')}</p>
        <Button kind="quiet" onClick={() => void reloadThread()}>
          {t('app.tryAgain')}
        </Button>
      </div>
    );
  }
  if (phase === 'loading') return <div className={styles['note']} />;
  if (isEmpty) return <p className={styles['note']}>{t('thread.empty')}</p>;
  return (
    <div className={styles['messages']}>
      <MessageList key={generation} contactName={contactName} />
      <NewBelow />
    </div>
  );
}
