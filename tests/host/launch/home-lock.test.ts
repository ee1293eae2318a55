import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireHomeLock } from '#electron/launch/home-lock.ts';
import { Home } from '../../support/app.ts';

let home: Home;
const children: ChildProcess[] = [];

beforeEach(() => {
  home = new Home();
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  home[Symbol.dispose]();
});

async function startHolder(): Promise<{ readonly child: ChildProcess; readonly answer: unknown }> {
  const program = join(import.meta.dirname, '..', '..', 'support', 'hold-home.ts');
  const child = fork(program, [home.path], { execArgv: [] });
  children.push(child);
  const answer = await new Promise<unknown>((resolve) => {
    child.once('message', resolve);
  });
  return { child, answer };
}

describe('the lock of a home', () => {
  it('lets one program in and tells the next who that is', async () => {
    const first = await startHolder();
    expect(first.answer).toEqual({ held: true });
    const second = await startHolder();
    expect(second.answer).toEqual({ held: false, heldBy: first.child.pid });
  });

  it('is free again once it is released', async () => {
    const first = await startHolder();
    const exited = once(first.child, 'exit');
    first.child.send('release');
    await exited;
    const lock = await acquireHomeLock(home.path);
    expect(lock.held).toBe(true);
    if (lock.held) lock.release();
  });

  it('goes with a program that is killed', async () => {
    const first = await startHolder();
    const exited = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await exited;
    expect((await startHolder()).answer).toEqual({ held: true });
  });

  it('is not deceived by the pid of a living stranger', async () => {
    writeFileSync(join(home.path, 'frontdesk.pid'), String(process.ppid));
    expect((await startHolder()).answer).toEqual({ held: true });
  });

  it('does not admit the same program twice', async () => {
    const lock = await acquireHomeLock(home.path);
    expect(await acquireHomeLock(home.path)).toEqual({ held: false, heldBy: process.pid });
    if (lock.held) lock.release();
  });
});
