import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Command, Keyboard, MessageCircle } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { Tip } from '../ui/Tip.tsx';
import { usePalette } from '../stores/palette.ts';
import { useStatus } from '../stores/status.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useCommand } from './commands/handlers.ts';
import { commandKeysText } from './commands/key-combo.ts';
import styles from './Rail.module.css';

export function Rail() {
  const { t } = useTranslation();
  const [areShortcutsShown, setShortcutsShown] = useState(false);
  useCommand('showShortcuts', () => setShortcutsShown(true));
  const keys = commandKeysText('showShortcuts', window.frontdesk.shell.platform);
  return (
    <nav aria-label={t('rail.label')} className={styles['rail']}>
      <InboxLink />
      <span className={styles['gap']} />
      <IconButton
        icon={Command}
        label={t('palette.open')}
        keys={commandKeysText('palette', window.frontdesk.shell.platform)}
        tone="rail"
        side="inline-end"
        aria-haspopup="dialog"
        onClick={() => usePalette.setState({ isOpen: true })}
      />
      <AppearanceMenu />
      <IconButton
        icon={Keyboard}
        label={t('rail.help')}
        keys={keys}
        tone="rail"
        side="inline-end"
        aria-haspopup="dialog"
        onClick={() => setShortcutsShown(true)}
      />
      <ShortcutsDialog isOpen={areShortcutsShown} onOpenChange={setShortcutsShown} />
    </nav>
  );
}

function InboxLink() {
  const { t } = useTranslation();
  const unread = useStatus((state) => state.status?.unreadChats ?? 0);
  const label = unread === 0 ? t('rail.inbox') : t('rail.inboxUnread', { count: unread });
  return (
    <Tip text={label} side="inline-end">
      <a href="#/inbox" aria-label={label} aria-current="page" className={styles['link']}>
        <MessageCircle aria-hidden="true" size={20} strokeWidth={1.75} />
        {unread > 0 && (
          <span aria-hidden="true" className={styles['badge']}>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </a>
    </Tip>
  );
}
