import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Change } from '#electron/store/change.ts';
import { readSetting, writeSetting } from '#electron/store/settings.ts';
import { memoryStore } from '../support/store.ts';

const chat = (id: number): Change => ({ kind: 'chat', chatId: asId<ChatId>(id) });

describe('writing', () => {
  it('announces what changed once, after the commit', () => {
    const store = memoryStore();
    const seen: unknown[] = [];
    store.onChange((changes) => {
      seen.push({ changes, stored: readSetting(store, 'colour') });
    });
    store.write((tx) => {
      writeSetting(tx, 'colour', 'green', 1);
      tx.note(chat(1));
      tx.note(chat(2));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([{ changes: [chat(1), chat(2)], stored: 'green' }]);
  });

  it('undoes everything and announces nothing when the work fails', () => {
    const store = memoryStore();
    const seen: unknown[] = [];
    store.onChange((changes) => seen.push(changes));
    expect(() =>
      store.write((tx) => {
        writeSetting(tx, 'colour', 'green', 1);
        tx.note(chat(1));
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    store.write((tx) => tx.note(chat(2)));
    expect(readSetting(store, 'colour')).toBeUndefined();
    expect(seen).toEqual([[chat(2)]]);
  });

  it('undoes a failed savepoint alone, with what it noted', () => {
    const store = memoryStore();
    const seen: unknown[] = [];
    store.onChange((changes) => seen.push(changes));
    store.write((tx) => {
      writeSetting(tx, 'kept', 1, 1);
      tx.note(chat(1));
      expect(() =>
        store.savepoint(tx, () => {
          writeSetting(tx, 'poison', 1, 1);
          tx.note(chat(2));
          throw new Error('bad item');
        }),
      ).toThrow('bad item');
    });
    expect([readSetting(store, 'kept'), readSetting(store, 'poison')]).toEqual([1, undefined]);
    expect(seen).toEqual([[chat(1)]]);
  });

  it('waits for no disk when it runs ahead, and for all of it again afterwards', () => {
    const store = memoryStore();
    const waiting = (): unknown => store.prepare('PRAGMA synchronous').get();
    const [NORMAL, FULL] = [{ synchronous: 1 }, { synchronous: 2 }];
    expect(store.writeAhead(waiting)).toEqual(NORMAL);
    expect(waiting()).toEqual(FULL);
    expect(() =>
      store.writeAhead(() => {
        throw new Error('It broke off.');
      }),
    ).toThrow('It broke off.');
    expect(store.write(waiting)).toEqual(FULL);
  });

  it('refuses a transaction inside a transaction', () => {
    const store = memoryStore();
    expect(() => store.write(() => store.write(() => undefined))).toThrow('pass its tx on');
  });

  it('refuses work that would go on after the commit', () => {
    const store = memoryStore();
    expect(() => store.write(async () => await Promise.resolve())).toThrow(/promise/i);
  });
});
