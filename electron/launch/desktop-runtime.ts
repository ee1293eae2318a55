import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FETCH_LIMIT_MS = 5 * 60_000;

export type DesktopRuntime =
  | { readonly available: true; readonly executable: string }
  /** `reason` is the first half of a sentence for people. */
  | { readonly available: false; readonly reason: string };

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
}

/** Finds what the desktop window needs, and fetches Electron if that alone is missing. */
export function findDesktopRuntime(
  root: string,
  machine: Machine,
  fetchRuntime: (packageDir: string) => void = fetchElectron,
): DesktopRuntime {
  const obstacle = obstacleOf(machine);
  if (obstacle !== undefined) return { available: false, reason: obstacle };
  const packageDir = join(root, 'node_modules', 'electron');
  const installed = installedElectron(root, machine.environment);
  if (installed !== undefined) return { available: true, executable: installed };
  fetchRuntime(packageDir);
  const fetched = installedElectron(root, machine.environment);
  return fetched === undefined
    ? { available: false, reason: 'The Electron runtime could not be fetched' }
    : { available: true, executable: fetched };
}

function obstacleOf({ platform, environment, isRoot }: Machine): string | undefined {
  if (platform !== 'linux') return undefined;
  const hasDisplay = [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some(Boolean);
  if (!hasDisplay) return 'There is no display here';
  return isRoot ? 'Chromium’s sandbox does not run for root' : undefined;
}

/** Reads where Electron lies without asking its package, which would start a download by itself. */
export function installedElectron(
  root: string,
  environment: Machine['environment'],
): string | undefined {
  const packageDir = join(root, 'node_modules', 'electron');
  const pointer = join(packageDir, 'path.txt');
  if (!existsSync(pointer)) return undefined;
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageDir, 'dist');
  const executable = join(folder, readFileSync(pointer, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

function fetchElectron(packageDir: string): void {
  process.stderr.write('Fetching the Electron runtime (about 110 MB, only this once)…\n');
  spawnSync(process.execPath, [join(packageDir, 'install.js')], {
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    timeout: FETCH_LIMIT_MS,
  });
}
