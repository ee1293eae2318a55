import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MessagesSquare } from 'lucide-react';
import type { ChatId } from '#shared/ids.ts';
import { isKeyFor } from '../../../app/commands/key-combo.ts';
import { useChats } from '../../../stores/chats.ts';
import { askForLabels } from '../../../stores/labels.ts';
import { ThreadSearchBar } from '../search/ThreadSearchBar.tsx';
import { DropZone } from '../attachments/DropZone.tsx';
import { Composer } from '../composer/Composer.tsx';
import { LazyViewer } from '../media/LazyViewer.tsx';
import { ScheduledList } from '../scheduled/ScheduledList.tsx';
import { NowPlaying } from '../voice/NowPlaying.tsx';
import { ThreadHeader } from './ThreadHeader.tsx';
import { ThreadMessages } from './ThreadMessages.tsx';
import { useMarkRead } from './use-mark-read.ts';
import styles from './ThreadPane.module.css';

export function ThreadPane({ onBack }: { readonly onBack: () => void }) {
  const chat = useChats((state) => state.open);
  useMarkRead(chat);
  if (chat === undefined) return <NothingOpen />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the messages inside
    <section
      aria-label={chat.contact.name}
      data-pane="thread"
      className={styles['pane']}
      onKeyDown={(event) => labelByKey(event, chat.id)}
    >
      <ThreadHeader chat={chat} onBack={onBack} />
      <NowPlaying />
      <ThreadSearchBar chatId={chat.id} />
      <ThreadMessages contactName={chat.contact.name} />
      <ScheduledList chat={chat} />
      <Composer key={chat.id} chat={chat} />
      <LazyViewer />
      <DropZone chat={chat} />
    </section>
  );
}

/** The list's key works in the thread too, wherever nothing is being typed. */
function labelByKey(event: KeyboardEvent, chatId: ChatId): void {
  const { target } = event;
  const isTyping = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (isTyping || event.defaultPrevented) return;
  if (!isKeyFor('label', event, window.frontdesk.shell.platform)) return;
  event.preventDefault();
  askForLabels([chatId]);
}

function NothingOpen() {
  const { t } = useTranslation();
  const isGone = useChats((state) => state.isOpenGone);
  return (
    <div data-pane="thread" className={styles['nothing']}>
      <NowPlaying />
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
