import { spawn } from 'node:child_process';
import type { Log } from '../log.ts';

/** Opens an address of ours in the owner's browser. Nobody waits for it: the address is printed too. */
export function openBrowser(url: string, platform: NodeJS.Platform, log: Log): void {
  const [command, ...args] = opener(platform);
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', (error) => log.warn({ error }, 'no browser could be opened'));
  child.unref();
}

function opener(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  // Unlike `start`, this takes the address as it is, with its “&”.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
