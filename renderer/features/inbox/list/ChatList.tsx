import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { chooseView } from '../../../stores/chat-choice.ts';
import { loadChats, useChats } from '../../../stores/chats.ts';
import { ListSkeleton } from './ListSkeleton.tsx';
import { VirtualChats } from './VirtualChats.tsx';
import styles from './ChatList.module.css';

export function ChatList() {
  const phase = useChats((state) => state.phase);
  const isEmpty = useChats((state) => state.rows.length === 0);
  if (phase === 'failed') return <FailedList />;
  if (phase === 'loading' && isEmpty) return <ListSkeleton />;
  if (isEmpty) return <EmptyList />;
  return <VirtualChats />;
}

function FailedList() {
  const { t } = useTranslation();
  return (
    <div className={styles['note']}>
      <p>{t('list.failed')}</p>
      <Button kind="quiet" onClick={() => void loadChats()}>
        {t('list.tryAgain')}
      </Button>
    </div>
  );
}

function EmptyList() {
  const { t } = useTranslation();
  const filter = useChats((state) => state.filter);
  const isLabel = useChats((state) => state.labelId !== null);
  if (isLabel) {
    return (
      <div className={styles['note']}>
        <h3 className={styles['noteTitle']}>{t('labels.emptyTitle')}</h3>
        <p>{t('labels.empty')}</p>
        <Button kind="quiet" onClick={() => void chooseView('all')}>
          {t('list.showAll')}
        </Button>
      </div>
    );
  }
  if (filter === 'all') {
    return (
      <div className={styles['note']}>
        <h3 className={styles['noteTitle']}>{t('list.emptyTitle')}</h3>
        <p>{t('list.empty')}</p>
      </div>
    );
  }
  return (
    <div className={styles['note']}>
      <h3 className={styles['noteTitle']}>{t(`list.emptyViews.${filter}.title`)}</h3>
      <p>{t(`list.emptyViews.${filter}.body`)}</p>
      <Button kind="quiet" onClick={() => void chooseView('all')}>
        {t('list.showAll')}
      </Button>
    </div>
  );
}
