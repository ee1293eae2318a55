import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Command, Keyboard } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { Tip } from '../ui/Tip.tsx';
import { usePalette } from '../stores/palette.ts';
import { SCREEN_NAMES, useRoute } from '../stores/route.ts';
import type { ScreenName } from '../stores/route.ts';
import { useStatus } from '../stores/status.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { SCREENS } from './screens.ts';
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
      {SCREEN_NAMES.map((name) => (
        <ScreenLink key={name} name={name} />
      ))}
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

function ScreenLink({ name }: { readonly name: ScreenName }) {
  const { t } = useTranslation();
  const { icon: Icon } = SCREENS[name];
  const isHere = useRoute((state) => state.screen === name);
  const lastChatId = useRoute((state) => state.lastChatId);
  const unread = useStatus((state) => state.status?.unreadChats ?? 0);
  const badge = name === 'inbox' ? unread : 0;
  const label = badge === 0 ? t(`rail.${name}`) : t('rail.inboxUnread', { count: badge });
  const wayBack = name === 'inbox' && !isHere && lastChatId !== undefined ? `/${lastChatId}` : '';
  return (
    <Tip text={label} side="inline-end">
      <a
        href={`#/${name}${wayBack}`}
        aria-label={label}
        aria-current={isHere ? 'page' : undefined}
        className={styles['link']}
      >
        <Icon aria-hidden="true" size={20} strokeWidth={1.75} />
        {badge > 0 && (
          <span aria-hidden="true" className={styles['badge']}>
            {badge > 99 ? '99+' : badge}
          </span>
        )}
      </a>
    </Tip>
  );
}
