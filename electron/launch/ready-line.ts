import type { Core } from '../core.ts';
import type { LaunchOptions } from './options.ts';
import { VERSION } from './version.ts';

/** Tells whoever started Frontdesk that it is ready: a machine in one line of JSON, a person in words. */
export function announceReady(
  core: Pick<Core, 'webhookUrl' | 'apiUrl'>,
  options: Pick<LaunchOptions, 'home' | 'json'>,
  ui: string | null,
): void {
  process.stdout.write(options.json ? `${readyLine(core, options.home, ui)}\n` : greeting(ui));
}

export function readyLine(
  core: Pick<Core, 'webhookUrl' | 'apiUrl'>,
  home: string,
  ui: string | null,
): string {
  return JSON.stringify({
    ready: true,
    mode: ui === null ? 'desktop' : 'browser',
    ui,
    webhook: core.webhookUrl,
    api: core.apiUrl,
    home,
    pid: process.pid,
    version: VERSION,
  });
}

function greeting(ui: string | null): string {
  return ui === null
    ? 'Frontdesk is ready.\n'
    : `Frontdesk is ready at ${ui}\nPress Ctrl+C to end it.\n`;
}
