import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '../../log.ts';
import { appUrl } from './app-scheme.ts';
import type { WindowMemory } from './window-memory.ts';
import { MINIMUM_SIZE } from './window-place.ts';

/** The ground of the two themes, so that the first frame does not flash. */
const GROUND = { dark: '#131413', light: '#f6f4f0' };

export interface AppWindowDeps {
  /** Folder with the built `preload`. */
  readonly builtDir: string;
  readonly memory: WindowMemory;
  readonly log: Log;
}

/** The one window. It may be closed and opened again while the app goes on. */
export interface AppWindow {
  current(): BrowserWindow | undefined;
  /** Opens it, or brings it to the front. */
  show(): void;
}

export function createAppWindow({ builtDir, memory, log }: AppWindowDeps): AppWindow {
  let current: BrowserWindow | undefined;
  return {
    current: () => current,
    show() {
      if (current !== undefined) {
        bringForward(current);
        return;
      }
      const window = open(builtDir, memory);
      window.on('closed', () => {
        current = undefined;
      });
      current = window;
      window.loadURL(appUrl()).catch((error: unknown) => {
        log.error({ error }, 'the window could not show its page');
      });
    },
  };
}

/** It shows itself once there is something to see. */
function open(builtDir: string, memory: WindowMemory): BrowserWindow {
  const place = memory.recall(screen.getAllDisplays().map((display) => display.workArea));
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: 'Frontdesk',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload: join(builtDir, 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => memory.remember(window.getNormalBounds(), window.isMaximized()));
  return window;
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
