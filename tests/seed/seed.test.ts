import { describe, expect, it } from 'vitest';
import { seedHistory } from '#electron/seed/seed.ts';
import { pageChats } from '#electron/store/chats.ts';
import { newestMessages } from '#electron/store/messages.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, memoryStore } from '../support/store.ts';

const NOW = 1_790_000_000_000;

function seeded(seed = 'a'): { store: Store; run: () => { chats: number; messages: number } } {
  const store = memoryStore();
  const accountId = addAccount(store);
  const options = { accountId, bsuidScope: 'p1', chats: 40, messages: 2_000, seed, now: NOW };
  return { store, run: () => seedHistory(store, options) };
}

const dump = (store: Store): unknown[] =>
  store.prepare('SELECT wamid, conversation_id, body, timestamp FROM message ORDER BY id').all();

describe('seeding', () => {
  it('writes the asked number of chats and messages, the youngest now', () => {
    const { store, run } = seeded();
    expect(run()).toEqual({ chats: 40, messages: 2_000 });
    const [first] = pageChats(store, {
      accountId: null,
      view: 'any',
      now: 0,
      after: null,
      limit: 1,
    }).chats;
    expect(first?.lastMessageAt).toBe(NOW);
    expect(first && newestMessages(store, first.id, 1).messages[0]?.timestamp).toBe(NOW);
  });

  it('is the same for the same seed, and adds nothing when it runs again', () => {
    const [one, two, other] = [seeded(), seeded(), seeded('b')];
    for (const { run } of [one, two, other]) run();
    expect(dump(one.store)).toEqual(dump(two.store));
    expect(dump(one.store)).not.toEqual(dump(other.store));
    const before = dump(one.store);
    expect(one.run()).toEqual({ chats: 40, messages: 0 });
    expect(dump(one.store)).toEqual(before);
  });

  it('grows as history grows: ids follow time', () => {
    const { store, run } = seeded();
    run();
    const times = store
      .prepare<{ timestamp: number }>('SELECT timestamp FROM message ORDER BY id')
      .all()
      .map(({ timestamp }) => timestamp);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it("keeps every chat's own row in line with its messages", () => {
    const { store, run } = seeded();
    run();
    const wrong = store
      .prepare(
        `SELECT v.id FROM conversation v WHERE
           v.last_message_at <> (SELECT max(timestamp) FROM message WHERE conversation_id = v.id)
           OR v.unread_count <> (SELECT count(*) FROM message m
             WHERE m.conversation_id = v.id AND m.direction = 'inbound' AND m.timestamp > v.read_up_to)`,
      )
      .all();
    expect(wrong).toEqual([]);
  });
});
