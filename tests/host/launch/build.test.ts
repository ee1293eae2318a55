import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale, stampBuild } from '#electron/launch/build.ts';

const BEFORE = new Date('2026-01-01T08:00:00Z');
const BUILD = new Date('2026-01-01T09:00:00Z');
const AFTER = new Date('2026-01-01T10:00:00Z');

const FOLDERS = ['electron/host', 'electron', 'renderer', 'shared', 'tests'];
const FILES = ['electron/host/a.ts', 'renderer/b.tsx', 'shared/c.ts', 'package.json'];

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frontdesk-build-'));
  for (const folder of FOLDERS) mkdirSync(join(root, folder), { recursive: true });
  for (const file of FILES) writeFileSync(join(root, file), '');
  setTimes(BEFORE, [...FILES, ...FOLDERS]);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function setTimes(time: Date, paths: readonly string[]): void {
  for (const path of paths) utimesSync(join(root, path), time, time);
}

describe('a build', () => {
  it('is stale until there was one', () => {
    expect(isStale(root)).toBe(true);
    stampBuild(root, BUILD);
    expect(isStale(root)).toBe(false);
  });

  it.each(FILES)('is stale once %s changes', (file) => {
    stampBuild(root, BUILD);
    setTimes(AFTER, [file]);
    expect(isStale(root)).toBe(true);
  });

  it('is stale when a file goes away', () => {
    stampBuild(root, BUILD);
    rmSync(join(root, 'electron/host/a.ts'));
    setTimes(AFTER, ['electron/host']);
    expect(isStale(root)).toBe(true);
  });

  it('does not care about tests', () => {
    stampBuild(root, BUILD);
    writeFileSync(join(root, 'tests', 'd.test.ts'), '');
    expect(isStale(root)).toBe(false);
  });
});
