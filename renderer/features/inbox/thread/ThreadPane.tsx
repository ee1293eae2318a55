import { useTranslation } from 'react-i18next';
import { MessagesSquare } from 'lucide-react';
import { useChats } from '../../../stores/chats.ts';
import { ThreadSearchBar } from '../search/ThreadSearchBar.tsx';
import { DropZone } from '../attachments/DropZone.tsx';
import { Composer } from '../composer/Composer.tsx';
import { LazyViewer } from '../media/LazyViewer.tsx';
import { ScheduledList } from '../scheduled/ScheduledList.tsx';
import { ThreadHeader } from './ThreadHeader.tsx';
import { ThreadMessages } from './ThreadMessages.tsx';
import { useMarkRead } from './use-mark-read.ts';
import styles from './ThreadPane.module.css';

export function ThreadPane({ onBack }: { readonly onBack: () => void }) {
  const chat = useChats((state) => state.open);
  useMarkRead(chat);
  if (chat === undefined) return <NothingOpen />;
  return (
    <section aria-label={chat.contact.name} data-pane="thread" className={styles['pane']}>
      <ThreadHeader chat={chat} onBack={onBack} />
      <ThreadSearchBar chatId={chat.id} />
      <ThreadMessages contactName={chat.contact.name} />
      <ScheduledList chat={chat} />
      <Composer key={chat.id} chat={chat} />
      <LazyViewer />
      <DropZone chat={chat} />
    </section>
  );
}

function NothingOpen() {
  const { t } = useTranslation();
  const isGone = useChats((state) => state.isOpenGone);
  return (
    <div data-pane="thread" className={styles['nothing']}>
      <MessagesSquare
        aria-hidden="true"
        size={36}
        strokeWidth={1.4}
        className={styles['nothingIcon']}
      />
      <p className={styles['nothingTitle']}>{t(isGone ? 'thread.gone' : 'thread.nothingOpen')}</p>
      <p>{t('thread.nothingOpenHint')}</p>
    </div>
  );
}
