import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '#electron/log.ts';
import {
  cancelScheduled,
  rescheduleText,
  scheduleText,
  sendScheduledNow,
} from '#electron/sending/schedule.ts';
import { startScheduledWatch } from '#electron/sending/scheduled-watch.ts';
import { removeAccount, saveAccount } from '#electron/store/accounts.ts';
import { findChat } from '#electron/store/chats.ts';
import { newestMessages } from '#electron/store/messages.ts';
import { openStore } from '#electron/store/open.ts';
import { scheduledOf } from '#electron/store/scheduled.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { openWindow } from '../support/sending.ts';
import { addAccount, addChat, blockPerson, memoryStore } from '../support/store.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A chat whose customer wrote an hour ago, on a clock that only the test moves. */
function desk() {
  const store = memoryStore();
  onTestFinished(() => store.close());
  const accountId = addAccount(store);
  const { chatId, contactId } = addChat(store, accountId);
  openWindow(store, chatId, NOW - HOUR);
  const time = { now: NOW };
  const deps = { store, clock: () => time.now };
  const later = (body: string, dueAt: number) =>
    scheduleText(deps, { chatId, body, replyTo: null, dueAt });
  const at = (now: number) => {
    time.now = now;
    const watch = startScheduledWatch({ ...deps, log: silentLog });
    watch.stop();
  };
  const thread = () =>
    newestMessages(store, chatId, 20).messages.map(({ text, status, hold }) => [
      text,
      status,
      hold,
    ]);
  return { store, accountId, chatId, contactId, deps, time, later, at, thread };
}

describe('a scheduled message', () => {
  it('is no message before its time, and then takes its place in the queue', () => {
    const { store, chatId, later, at, thread } = desk();
    later('second', NOW + 2 * HOUR);
    later('first', NOW + HOUR);
    expect(scheduledOf(store, chatId).map(({ body }) => body)).toEqual(['first', 'second']);
    at(NOW + HOUR - 1);
    expect(thread()).toEqual([]);
    expect(findChat(store, chatId)?.lastMessageAt, 'it is nobody’s last word').toBe(null);
    at(NOW + HOUR);
    expect(thread()).toEqual([['first', 'queued', null]]);
    at(NOW + 2 * HOUR + 59 * MINUTE);
    expect(thread(), 'a computer that slept catches up').toEqual([
      ['first', 'queued', null],
      ['second', 'queued', null],
    ]);
    expect(scheduledOf(store, chatId)).toEqual([]);
  });

  it('is asked about when its time passed long ago', () => {
    const { store, chatId, later, at, thread } = desk();
    later('See you in ten minutes', NOW + HOUR);
    at(NOW + 2 * HOUR + 1);
    expect(thread()).toEqual([['See you in ten minutes', 'failed', 'missed_start']]);
    expect(findChat(store, chatId)?.failedCount).toBe(1);
  });

  it('is asked about when the window has closed by then', () => {
    const { later, at, thread } = desk();
    later('Good evening', NOW + 24 * HOUR);
    at(NOW + 24 * HOUR);
    expect(thread()).toEqual([['Good evening', 'failed', 'window_closed']]);
  });

  it('says so when the person was blocked meanwhile', () => {
    const { store, chatId, later, at, thread } = desk();
    later('Hello', NOW + HOUR);
    blockPerson(store, chatId);
    at(NOW + HOUR);
    expect(thread()).toEqual([['Hello', 'failed', null]]);
  });

  it('can be changed, sent at once and cancelled, until it has left', () => {
    const { store, chatId, deps, later, at, thread } = desk();
    const [changed, now, cancelled] = [
      later('draft', NOW + HOUR),
      later('now', NOW + HOUR),
      later('never', NOW + HOUR),
    ];
    rescheduleText(deps, { id: changed, body: 'better', dueAt: NOW + 3 * HOUR });
    sendScheduledNow(deps, now);
    cancelScheduled(deps, cancelled);
    expect(thread()).toEqual([['now', 'queued', null]]);
    expect(scheduledOf(store, chatId)).toMatchObject([{ body: 'better', dueAt: NOW + 3 * HOUR }]);
    at(NOW + 3 * HOUR);
    expect(thread().map(([text]) => text)).toEqual(['now', 'better']);
    for (const act of [
      () => rescheduleText(deps, { id: changed, body: 'x', dueAt: NOW + 9 * HOUR }),
      () => sendScheduledNow(deps, changed),
      () => cancelScheduled(deps, changed),
    ]) {
      expect(act).toThrow(expect.objectContaining({ code: 'not_found' }));
    }
  });

  it('stays where it is when it can’t be sent at once', () => {
    const { store, chatId, deps, time, later } = desk();
    const id = later('late', NOW + 30 * HOUR);
    time.now = NOW + 24 * HOUR;
    expect(() => sendScheduledNow(deps, id)).toThrow(
      expect.objectContaining({ code: 'window_closed' }),
    );
    expect(scheduledOf(store, chatId)).toMatchObject([{ body: 'late' }]);
  });

  it('is refused for a time that has passed, and for somebody who is blocked', () => {
    const { store, chatId, later } = desk();
    expect(() => later('x', NOW)).toThrow(expect.objectContaining({ code: 'bad_input' }));
    blockPerson(store, chatId);
    expect(() => later('x', NOW + HOUR)).toThrow(
      expect.objectContaining({ code: 'contact_blocked' }),
    );
  });

  it('takes the draft away in the same moment', () => {
    const { store, chatId, later } = desk();
    store.write((tx) => tx.run("UPDATE conversation SET draft = 'hi' WHERE id = ?", chatId));
    later('hi', NOW + HOUR);
    expect(findChat(store, chatId)?.draft).toBe('');
  });

  it('moves along when two contacts turn out to be one person', () => {
    const { store, accountId, contactId, chatId } = desk();
    const other = addChat(store, accountId);
    scheduleText(
      { store, clock: () => NOW },
      { chatId: other.chatId, body: 'later', replyTo: null, dueAt: NOW + HOUR },
    );
    store.write((tx) => mergeContacts(tx, contactId, other.contactId, NOW));
    expect(scheduledOf(store, chatId)).toMatchObject([{ body: 'later' }]);
  });

  it('waits while its number is disconnected, and is asked about when it comes back', () => {
    const { store, accountId, chatId, later, at, thread } = desk();
    later('hello', NOW + HOUR);
    const account = store
      .prepare<{ phone_number_id: string }>('SELECT phone_number_id FROM account')
      .get();
    store.write((tx) => removeAccount(tx, accountId, NOW));
    at(NOW + 3 * HOUR);
    expect(scheduledOf(store, chatId)).toHaveLength(1);
    store.write((tx) => {
      saveAccount(tx, { ...NUMBER, phoneNumberId: account?.phone_number_id ?? '' }, NOW);
    });
    at(NOW + 3 * HOUR);
    expect(thread()).toEqual([['hello', 'failed', 'missed_start']]);
  });
});

const NUMBER = {
  name: 'Casa Verde',
  wabaId: '1',
  appId: null,
  businessPortfolioId: null,
  displayPhoneNumber: null,
  profileName: null,
  verifyToken: 'v',
  apiVersion: 'v26.0',
  throughputLevel: 'STANDARD',
  isPractice: false,
};

const MESSAGES = 200;

it('leaves once and never twice, however often the process is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-schedule-'));
  const file = join(folder, 'frontdesk.db');
  const store = openStore(file);
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId);
  openWindow(store, chatId, Date.now());
  const deps = { store, clock: () => Date.now() - HOUR };
  for (let n = 0; n < MESSAGES; n += 1) {
    const dueAt = Date.now() - HOUR / 2 + n;
    scheduleText(deps, { chatId, body: `text ${n}`, replyTo: null, dueAt });
  }
  const left = () => scheduledOf(store, chatId).length;
  const sent = () => newestMessages(store, chatId, MESSAGES * 2).messages.map(({ text }) => text);
  const script = join(import.meta.dirname, '..', 'support', 'scheduled-process.ts');
  while (left() > 0) {
    const before = left();
    const child = spawn(process.execPath, [script, file], { stdio: 'ignore' });
    await expect.poll(left, { interval: 1, timeout: 20_000 }).toBeLessThan(before);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(sent().length + left(), 'nothing is lost and nothing is there twice').toBe(MESSAGES);
  }
  expect(sent().toSorted()).toEqual(
    Array.from({ length: MESSAGES }, (_, n) => `text ${n}`).toSorted(),
  );
}, 60_000);
