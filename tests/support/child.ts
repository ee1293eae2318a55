import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { expect, onTestFinished } from 'vitest';

/** A script of tests/support as a process of its own, that a test feeds, hears and kills. */
export interface Child {
  readonly input: Writable;
  /** What it has said so far. */
  readonly lines: readonly string[];
  said(count: number): Promise<void>;
  kill(): Promise<void>;
}

export async function startChild(script: string, words: readonly string[]): Promise<Child> {
  const path = join(import.meta.dirname, script);
  const child = spawn(process.execPath, [path, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  // What it does not read any more when it is killed is no failure of the test.
  child.stdin.on('error', () => undefined);
  onTestFinished(() => kill(child));
  const said = (count: number) =>
    expect.poll(() => lines.length, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(count);
  await said(1);
  return { input: child.stdin, lines, said, kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
