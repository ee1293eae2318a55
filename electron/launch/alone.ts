import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive } from './process-alive.ts';

const POLL_MS = 100;

/** Does the work while no other process does work under the same mark; waits for its turn. */
export function whileAlone(mark: string, work: () => void): void {
  mkdirSync(dirname(mark), { recursive: true });
  while (!setMark(mark)) {
    if (isAbandoned(mark)) rmSync(mark, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
  try {
    work();
  } finally {
    rmSync(mark, { force: true });
  }
}

function setMark(mark: string): boolean {
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(mark: string): boolean {
  try {
    const pid = Number(readFileSync(mark, 'utf8'));
    return pid > 0 && !isAlive(pid);
  } catch {
    return false;
  }
}
