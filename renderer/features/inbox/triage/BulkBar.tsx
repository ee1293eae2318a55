import { useTranslation } from 'react-i18next';
import { AlarmClock, BellOff, Check, MailOpen, Pin, Tag, X } from 'lucide-react';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { clearSelection, useSelection } from '../../../stores/selection.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { triage } from './triage-chats.ts';
import styles from './BulkBar.module.css';

const ACTIONS = [
  { action: 'done', command: 'done', icon: Check },
  { action: 'snooze', command: 'snooze', icon: AlarmClock },
  { action: 'unread', command: 'toggleUnread', icon: MailOpen },
  { action: 'mute', command: 'mute', icon: BellOff },
  { action: 'pin', command: 'pin', icon: Pin },
  { action: 'label', command: 'label', icon: Tag },
] as const;

/** What can be done with the chosen chats; there while some are chosen. */
export function BulkBar() {
  const { t } = useTranslation();
  const count = useSelection((state) => state.chosen.size);
  const { platform } = window.frontdesk.shell;
  if (count === 0) return null;
  return (
    <div role="toolbar" aria-label={t('triage.bulk')} className={styles['bar']}>
      <span className={styles['count']}>{t('triage.chosen', { count })}</span>
      {ACTIONS.map(({ action, command, icon }) => (
        <IconButton
          key={action}
          icon={icon}
          label={t(`commands.${command}`)}
          keys={commandKeysText(command, platform)}
          onClick={() => triage(action, undefined)}
        />
      ))}
      <IconButton icon={X} label={t('triage.clear')} onClick={clearSelection} />
    </div>
  );
}
