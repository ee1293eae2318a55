import { useTranslation } from 'react-i18next';
import { ContextMenu } from '@base-ui/react/context-menu';
import { AlarmClock, BellOff, Check, MailOpen, Pin, ShieldBan, ShieldOff, Tag } from 'lucide-react';
import type { ChatId } from '#shared/ids.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { blockOrUnblock } from '../../../stores/block-chat.ts';
import { isMuted, isSnoozed, isUnread } from '../../../stores/chat-view.ts';
import { useChats } from '../../../stores/chats.ts';
import { mainElement } from '../../../ui/main-element.ts';
import { useNow } from '../../../ui/use-now.ts';
import { triage } from './triage-chats.ts';
import styles from '../../../ui/Menu.module.css';

/** What one can do with a row; each entry says what it will do now. */
export function RowMenu({ chatId }: { readonly chatId: ChatId | undefined }) {
  const { t } = useTranslation();
  const now = useNow();
  const { platform } = window.frontdesk.shell;
  const chat = useChats((state) => state.rows.find(({ id }) => id === chatId));
  if (chat === undefined) return null;
  const { isBlocked } = chat.contact;
  const BlockIcon = isBlocked ? ShieldOff : ShieldBan;
  const entries = [
    { action: 'done', command: 'done', icon: Check, is: chat.isResolved },
    { action: 'snooze', command: 'snooze', icon: AlarmClock, is: isSnoozed(chat) },
    { action: 'unread', command: 'toggleUnread', icon: MailOpen, is: isUnread(chat) },
    { action: 'mute', command: 'mute', icon: BellOff, is: isMuted(chat, now) },
    { action: 'pin', command: 'pin', icon: Pin, is: chat.pinnedAt !== null },
    { action: 'label', command: 'label', icon: Tag, is: chat.labels.length > 0 },
  ] as const;
  return (
    <ContextMenu.Portal container={mainElement()}>
      <ContextMenu.Positioner className={styles['place']}>
        <ContextMenu.Popup className={styles['menu']}>
          {entries.map(({ action, command, icon: Icon, is }) => (
            <ContextMenu.Item
              key={action}
              className={styles['item']}
              onClick={() => triage(action, chat.id)}
            >
              <Icon aria-hidden="true" size={17} strokeWidth={1.75} />
              <span className={styles['name']}>
                {t(`triage.menu.${action}.${is ? 'undo' : 'do'}`)}
              </span>
              <kbd className={styles['keys']}>{commandKeysText(command, platform)}</kbd>
            </ContextMenu.Item>
          ))}
          <ContextMenu.Item className={styles['item']} onClick={() => void blockOrUnblock(chat)}>
            <BlockIcon aria-hidden="true" size={17} strokeWidth={1.75} />
            <span className={styles['name']}>
              {t(isBlocked ? 'blocks.menu.unblock' : 'blocks.menu.block')}
            </span>
          </ContextMenu.Item>
        </ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  );
}
