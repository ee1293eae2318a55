import { Suspense, lazy } from 'react';
import { Tooltip } from '@base-ui/react/tooltip';
import { LazyNewChatDialog } from '../features/contacts/new-chat/LazyNewChatDialog.tsx';
import { LazyBlockDialog } from '../features/blocks/dialog/LazyBlockDialog.tsx';
import { usePreferences } from '../stores/preferences.ts';
import { useRoute } from '../stores/route.ts';
import { useStatus } from '../stores/status.ts';
import { undoLast } from '../stores/undo.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { useCommand } from './commands/handlers.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { PauseBanner } from './PauseBanner.tsx';
import { Opening } from './Opening.tsx';
import { Rail } from './Rail.tsx';
import { CommandPalette } from './palette/CommandPalette.tsx';
import { Toasts } from './Toasts.tsx';
import { SCREENS } from './screens.ts';
import { useAppearance } from './use-appearance.ts';
import styles from './App.module.css';

const Welcome = lazy(async () => {
  const { WelcomeScreen } = await import('../features/welcome/WelcomeScreen.tsx');
  return { default: WelcomeScreen };
});

export function App() {
  useAppearance();
  useCommand('undo', () => void undoLast());
  return (
    <Tooltip.Provider delay={500}>
      <div className={styles['app']}>
        <ConnectionBanner />
        <PauseBanner />
        <Screen />
      </div>
      <LiveRegion />
      <Toasts />
    </Tooltip.Provider>
  );
}

function Screen() {
  const accountCount = useStatus((state) => state.status?.accounts.length);
  const hasPreferences = usePreferences((state) => state.preferences !== undefined);
  const screen = useRoute((state) => state.screen);
  if (accountCount === undefined || !hasPreferences) return <Opening />;
  if (accountCount === 0) {
    return (
      <Suspense fallback={<Opening />}>
        <Welcome />
      </Suspense>
    );
  }
  const { Screen: Shown } = SCREENS[screen];
  return (
    <div className={styles['frame']}>
      <Rail />
      <CommandPalette />
      <Suspense fallback={<Opening />}>
        <Shown />
      </Suspense>
      <LazyBlockDialog />
      <LazyNewChatDialog />
    </div>
  );
}
