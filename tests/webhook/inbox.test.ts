import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { createInbox } from '#electron/webhook/inbox.ts';
import { NOW } from '../support/way-in.ts';

let store: Store;
let commits: number;
let wakes: number;

beforeEach(() => {
  store = openStore(':memory:');
  commits = 0;
  wakes = 0;
});

afterEach(() => store.close());

function openInbox(): ReturnType<typeof createInbox> {
  const counting: Store = {
    ...store,
    write(work) {
      commits += 1;
      return store.write(work);
    },
  };
  return createInbox({ store: counting, clock: () => NOW, onStored: countWake });
}

function countWake(): void {
  wakes += 1;
}

describe('the inbox', () => {
  it('puts what comes in one turn of the loop to disk in one transaction', async () => {
    const inbox = openInbox();
    await Promise.all(Array.from({ length: 64 }, (_, n) => inbox.keep(Buffer.from(`{"n":${n}}`))));
    expect(store.prepare<{ n: number }>('SELECT count(*) AS n FROM webhook_log').get()?.n).toBe(64);
    expect({ commits, wakes }).toEqual({ commits: 1, wakes: 1 });
  });

  it('tells everyone whose delivery was refused, and takes the next ones', async () => {
    const inbox = openInbox();
    store.write((tx) =>
      tx.run(
        "CREATE TRIGGER full BEFORE INSERT ON webhook_log BEGIN SELECT RAISE(ABORT, 'full'); END",
      ),
    );
    const answers = await Promise.allSettled([
      inbox.keep(Buffer.from('{}')),
      inbox.keep(Buffer.from('{}')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(wakes).toBe(0);
    store.write((tx) => tx.run('DROP TRIGGER full'));
    await expect(inbox.keep(Buffer.from('{}'))).resolves.toBeUndefined();
  });

  it('wakes nobody for what it sets aside', async () => {
    await openInbox().quarantine(Buffer.from('{}'), 'It is not signed.');
    expect(wakes).toBe(0);
  });
});
