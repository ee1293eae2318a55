import { ipcMain } from 'electron';
import type { Core } from '../../core.ts';
import { CHANNEL } from '../channels.ts';
import type { AppWindow } from './app-window.ts';
import { isOurPage } from './sender.ts';

export interface CorePortDeps {
  readonly core: Pick<Core, 'router' | 'subscribe'>;
  readonly window: AppWindow;
}

/** Lets the window talk to the core: one channel for commands, one for events. */
export function openCorePort({ core, window }: CorePortDeps): void {
  ipcMain.handle(CHANNEL.invoke, async (event, command: unknown, input: unknown) => {
    if (!isOurPage(event, window.current()) || typeof command !== 'string') {
      throw new Error('Only the window of Frontdesk may give commands.');
    }
    return await core.router.handle(command, input);
  });
  core.subscribe((event) => window.current()?.webContents.send(CHANNEL.event, event));
}
