import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { listenToKeys } from './app/commands/handlers.ts';
import { startI18n } from './app/i18n.ts';
import { loadLabels } from './stores/labels.ts';
import { loadPreferences } from './stores/preferences.ts';
import { followAddress } from './stores/route.ts';
import { loadStatus } from './stores/status.ts';
import { subscribe } from './stores/subscriptions.ts';

async function start(root: HTMLElement): Promise<void> {
  await startI18n();
  followAddress();
  listenToKeys();
  subscribe();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  await Promise.all([loadStatus(), loadPreferences(), loadLabels()]);
}

const root = document.getElementById('root');
if (root !== null) void start(root);
