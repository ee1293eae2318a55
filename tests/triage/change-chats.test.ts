import { describe, expect, it, vi } from 'vitest';
import { FOREVER } from '#shared/triage.ts';
import type { ChatChange } from '#shared/triage.ts';
import { findChat, pageChats } from '#electron/store/chats.ts';
import { changeChats, restoreChats } from '#electron/triage/change-chats.ts';
import { startSnoozeWatch } from '#electron/triage/snooze-watch.ts';
import { silentLog } from '#electron/log.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;

function desk() {
  const store = memoryStore();
  const account = addAccount(store);
  const { chatId } = addChat(store, account, { name: 'Ana' });
  addMessage(store, account, chatId, { timestamp: NOW - HOUR });
  const time = { now: NOW };
  const clock = () => time.now;
  const snoozes = startSnoozeWatch({ store, clock, log: silentLog });
  const deps = { store, clock, snoozes };
  const row = () => store.prepare('SELECT * FROM conversation WHERE id = ?').get(chatId);
  return { store, account, chatId, time, deps, row, snoozes };
}

const CHANGES: readonly [ChatChange, object][] = [
  [{ kind: 'pin' }, { pinnedAt: NOW }],
  [{ kind: 'mute', until: null }, { mutedUntil: FOREVER }],
  [{ kind: 'mute', until: NOW + HOUR }, { mutedUntil: NOW + HOUR }],
  [{ kind: 'resolve' }, { isResolved: true }],
  [
    { kind: 'snooze', until: NOW + HOUR },
    { snoozedUntil: NOW + HOUR, isResolved: false },
  ],
  [{ kind: 'snooze_until_reply' }, { snoozedUntilReply: true, isResolved: false }],
  [{ kind: 'mark_unread' }, { isMarkedUnread: true }],
  [{ kind: 'mark_read' }, { unreadCount: 0 }],
];

describe('a change to a chat', () => {
  it.each(CHANGES)('%o is made, and undone exactly', (change, shown) => {
    const { store, chatId, deps, row, snoozes } = desk();
    const before = row();
    const former = changeChats(deps, [chatId], change);
    expect(findChat(store, chatId)).toMatchObject(shown);
    restoreChats(deps, former);
    expect(row()).toEqual(before);
    snoozes.stop();
  });

  it('undoes one thing and leaves what was done since', () => {
    const { store, chatId, deps, snoozes } = desk();
    const former = changeChats(deps, [chatId], { kind: 'resolve' });
    changeChats(deps, [chatId], { kind: 'pin' });
    restoreChats(deps, former);
    expect(findChat(store, chatId)).toMatchObject({ isResolved: false, pinnedAt: NOW });
    snoozes.stop();
  });

  it('does not put a chat away again in which the customer wrote since', () => {
    const { store, account, chatId, deps, snoozes } = desk();
    changeChats(deps, [chatId], { kind: 'resolve' });
    const former = changeChats(deps, [chatId], { kind: 'reopen' });
    addMessage(store, account, chatId, { timestamp: NOW + 1 });
    restoreChats(deps, former);
    expect(findChat(store, chatId)?.isResolved).toBe(false);
    snoozes.stop();
  });

  it('leaves out chats that are not there', () => {
    const { chatId, deps, snoozes } = desk();
    const former = changeChats(deps, [chatId, chatId], { kind: 'pin' });
    expect(former).toEqual([{ aspect: 'pin', chatId, pinnedAt: null }]);
    snoozes.stop();
  });
});

describe('a snooze', () => {
  it('ends by the clock, not by a count of milliseconds, and says so', async () => {
    const { store, chatId, deps, time, snoozes } = desk();
    changeChats(deps, [chatId], { kind: 'snooze', until: NOW + 40 });
    expect(pageOfAll(store)).toEqual([]);
    const told = vi.fn();
    store.onChange(told);
    // The computer slept through it.
    time.now = NOW + 10 * HOUR;
    await vi.waitFor(() => expect(pageOfAll(store)).toEqual([chatId]));
    expect(told).toHaveBeenCalledWith([{ kind: 'chat', chatId }]);
    expect(findChat(store, chatId)).toMatchObject({ snoozedUntil: null, isMarkedUnread: true });
    snoozes.stop();
  });

  it('that ended while Frontdesk was closed ends at the next start', () => {
    const { store, chatId, deps, time, snoozes } = desk();
    changeChats(deps, [chatId], { kind: 'snooze', until: NOW + HOUR });
    snoozes.stop();
    time.now = NOW + 2 * HOUR;
    const again = startSnoozeWatch({ store, clock: () => time.now, log: silentLog });
    expect(pageOfAll(store)).toEqual([chatId]);
    again.stop();
  });
});

function pageOfAll(store: Parameters<typeof pageChats>[0]): number[] {
  const query = { view: 'all', accountId: null, now: NOW, after: null, limit: 10 } as const;
  return pageChats(store, query).chats.map(({ id }) => id);
}
