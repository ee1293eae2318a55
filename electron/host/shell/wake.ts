import { powerMonitor } from 'electron';
import type { Core } from '../../core.ts';

/** After a sleep timers are late and connections are dead, so what waits is looked at at once. */
export function wakeWithComputer(core: Pick<Core, 'wake'>): void {
  powerMonitor.on('resume', () => core.wake());
}
