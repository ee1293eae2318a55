import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whileAlone } from '#electron/launch/alone.ts';

let folder: string;
let mark: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-alone-'));
  mark = join(folder, 'out', '.building');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('work done alone', () => {
  it('carries its process in the mark as long as it goes on, also when it fails', () => {
    const seen: string[] = [];
    whileAlone(mark, () => seen.push(readFileSync(mark, 'utf8')));
    expect(seen).toEqual([String(process.pid)]);
    expect(() =>
      whileAlone(mark, () => {
        throw new Error('The work failed.');
      }),
    ).toThrow('The work failed.');
    expect(existsSync(mark)).toBe(false);
  });

  it('takes over the mark of a process that is gone', () => {
    whileAlone(mark, () => undefined);
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(mark, String(pid));
    let done = false;
    whileAlone(mark, () => {
      done = true;
    });
    expect(done).toBe(true);
  });
});
