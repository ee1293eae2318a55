import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge'];

const WELL_KNOWN = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium that is on this machine: Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...WELL_KNOWN].find((file) => existsSync(file));
}

/** Finds a Chromium, or installs one the way this machine can. Undefined when it can't. */
export function provideChromium(): string | undefined {
  return findChromium() ?? installed('playwright', ['install', 'chromium']) ?? fromDebian();
}

function fromDebian(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  spawnSync('apt-get', ['update', '-q'], { stdio: ['ignore', 2, 2] });
  return installed('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-core']);
}

function installed(command: string, args: readonly string[]): string | undefined {
  spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return findChromium();
}
