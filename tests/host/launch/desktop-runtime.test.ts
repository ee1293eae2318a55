import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDesktopRuntime } from '#electron/launch/desktop-runtime.ts';
import type { Machine } from '#electron/launch/desktop-runtime.ts';
import { runInDesktopWindow } from '#electron/launch/desktop-window.ts';

let root: string;
let packageDir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frontdesk-runtime-'));
  packageDir = join(root, 'node_modules', 'electron');
  mkdirSync(packageDir, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const DESK: Machine = { platform: 'linux', environment: { DISPLAY: ':0' }, isRoot: false };

function installElectron(): void {
  mkdirSync(join(packageDir, 'dist'));
  writeFileSync(join(packageDir, 'dist', 'electron'), '');
  writeFileSync(join(packageDir, 'path.txt'), 'electron');
}

function refuseToFetch(): never {
  throw new Error('Nothing had to be fetched.');
}

describe('the desktop runtime', () => {
  it('is found where it is installed', () => {
    installElectron();
    expect(findDesktopRuntime(root, DESK, refuseToFetch)).toEqual({
      available: true,
      executable: join(packageDir, 'dist', 'electron'),
    });
  });

  it('is fetched once where it is missing', () => {
    expect(findDesktopRuntime(root, DESK, installElectron)).toMatchObject({ available: true });
  });

  it('is done without when it can’t be fetched', () => {
    expect(findDesktopRuntime(root, DESK, () => undefined)).toEqual({
      available: false,
      reason: 'The Electron runtime could not be fetched',
    });
  });

  it.each<[string, Partial<Machine>, string]>([
    ['a display', { environment: { DISPLAY: '' } }, 'There is no display here'],
    ['the sandbox', { isRoot: true }, 'Chromium’s sandbox does not run for root'],
  ])('is not even fetched without %s', (_what, lack, reason) => {
    expect(findDesktopRuntime(root, { ...DESK, ...lack }, refuseToFetch)).toEqual({
      available: false,
      reason,
    });
  });

  it('needs no DISPLAY under Wayland, nor on other systems', () => {
    installElectron();
    const wayland = { ...DESK, environment: { WAYLAND_DISPLAY: 'wayland-0' } };
    const mac: Machine = { platform: 'darwin', environment: {}, isRoot: false };
    expect(findDesktopRuntime(root, wayland, refuseToFetch).available).toBe(true);
    expect(findDesktopRuntime(root, mac, refuseToFetch).available).toBe(true);
  });
});

describe('the process of the desktop window', () => {
  it.each([
    ['our own refusal', 'process.exit(3)', { started: true, exitCode: 3 }],
    ['a missing library', 'process.exit(127)', { started: false }],
    ['a crash of the sandbox', 'process.kill(process.pid, "SIGTRAP")', { started: false }],
    [
      'a failure after the ready line',
      'process.stdout.write("\\n", () => process.exit(1))',
      { started: true, exitCode: 1 },
    ],
  ])('tells %s', async (_what, script, end) => {
    const program = join(root, 'index.cjs');
    writeFileSync(program, script);
    expect(await runInDesktopWindow(process.execPath, program, [])).toEqual(end);
  });

  it('is not there when its program is not', async () => {
    expect(await runInDesktopWindow(join(root, 'nothing'), root, [])).toEqual({ started: false });
  });
});
