import { useTranslation } from 'react-i18next';
import {
  AlarmClock,
  AlarmClockOff,
  ArrowLeft,
  Check,
  Inbox,
  PanelRight,
  Search,
} from 'lucide-react';
import type { Chat } from '#shared/models/chat.ts';
import { contactHandle, contactName } from '../../../ui/contact-text.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { hasRoomBeside, toggleContextPanel, useContext } from '../../../stores/context.ts';
import { usePreferences } from '../../../stores/preferences.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { openThreadSearch } from '../../../stores/thread-search.ts';
import { isSnoozed } from '../../../stores/chat-view.ts';
import { askForSnooze } from '../../../stores/snoozing.ts';
import { changeChats, toggled } from '../../../stores/triage.ts';
import { WindowChip } from './WindowChip.tsx';
import styles from './ThreadHeader.module.css';

interface ThreadHeaderProps {
  readonly chat: Chat;
  readonly onBack: () => void;
}

export function ThreadHeader({ chat, onBack }: ThreadHeaderProps) {
  const { t } = useTranslation();
  const isWanted = usePreferences((state) => state.preferences?.contextPanel === true);
  const isOver = useContext((state) => state.isOver);
  const hasPanel = hasRoomBeside() ? isWanted : isOver;
  const { platform } = window.frontdesk.shell;
  const { contact } = chat;
  const handle = contactHandle(contact);
  return (
    <header className={styles['header']}>
      <IconButton
        icon={ArrowLeft}
        label={t('thread.back')}
        className={styles['back']}
        onClick={onBack}
      />
      <Avatar contact={contact} size="header" />
      <div className={styles['who']}>
        <h2 className={styles['name']}>
          <bdi>{contactName(contact)}</bdi>
        </h2>
        <p className={styles['under']}>
          {handle !== null && (
            <>
              <bdi>{handle}</bdi>
              {' · '}
            </>
          )}
          <bdi>{chat.accountName}</bdi>
        </p>
      </div>
      <WindowChip expiresAt={chat.windowExpiresAt} />
      <IconButton
        icon={Search}
        label={t('search.inChat')}
        keys={commandKeysText('searchChat', platform)}
        onClick={() => openThreadSearch(chat.id)}
      />
      <IconButton
        icon={chat.isResolved ? Inbox : Check}
        label={t(chat.isResolved ? 'triage.menu.done.undo' : 'triage.menu.done.do')}
        keys={commandKeysText('doneAndNext', platform)}
        onClick={() => void changeChats([chat.id], toggled([chat], 'done'))}
      />
      <IconButton
        icon={isSnoozed(chat) ? AlarmClockOff : AlarmClock}
        label={t(isSnoozed(chat) ? 'triage.menu.snooze.undo' : 'triage.menu.snooze.do')}
        keys={commandKeysText('snooze', platform)}
        onClick={() => {
          if (isSnoozed(chat)) void changeChats([chat.id], { kind: 'wake' });
          else askForSnooze([chat.id]);
        }}
      />
      <IconButton
        icon={PanelRight}
        label={t(hasPanel ? 'thread.hideDetails' : 'thread.showDetails')}
        keys={commandKeysText('contextPanel', platform)}
        aria-expanded={hasPanel}
        data-opens="context"
        className={styles['details']}
        onClick={toggleContextPanel}
      />
    </header>
  );
}
