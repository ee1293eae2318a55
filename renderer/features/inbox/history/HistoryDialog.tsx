import { useTranslation } from 'react-i18next';
import { closeHistory, useMessageHistory } from '../../../stores/message-history.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { MessageStory } from './MessageStory.tsx';
import styles from './history.module.css';

/** "What happened": a message from the first attempt to the last tick, with the papers. */
export function HistoryDialog() {
  const { t } = useTranslation();
  const shown = useMessageHistory((state) => state.shown);
  return (
    <Dialog
      title={t('history.title')}
      size="large"
      isOpen={shown.phase !== 'closed'}
      onClose={closeHistory}
    >
      {shown.phase === 'ready' && (
        <MessageStory messageId={shown.messageId} history={shown.history} />
      )}
      {shown.phase === 'failed' && (
        <p role="alert" className={styles['failure']}>
          {shown.reason}
        </p>
      )}
    </Dialog>
  );
}
