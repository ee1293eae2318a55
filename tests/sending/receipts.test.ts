import { describe, expect, it, onTestFinished } from 'vitest';
import { asId } from '#shared/ids.ts';
import { systemClock } from '#electron/clock.ts';
import { createGraph } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import { markChatRead } from '#electron/sending/mark-read.ts';
import { startSender } from '#electron/sending/sender.ts';
import { createTypingIndicator } from '#electron/sending/typing.ts';
import type { Store } from '#electron/store/store.ts';
import { crowdOf, laneDeps, openChatWith, sendingWorld, targetAt } from '../support/sending.ts';
import type { SendingWorld } from '../support/sending.ts';
import { deadUrl } from '../support/graph-server.ts';
import { addAccount, addMessage, memoryStore } from '../support/store.ts';

/** The customer of the first chat writes for real, so that the platform knows the message. */
function write({ store, platform, accountId, chats }: SendingWorld): string {
  const [customer] = crowdOf(1);
  const wamid = platform.customers.get(customer?.waId ?? '').say('Are you open?');
  addMessage(store, accountId, chats[0] ?? asId(0), { wamid, timestamp: Date.now() });
  return wamid;
}

function waiting(store: Store): number {
  return store.prepare('SELECT 1 FROM read_receipt').all().length;
}

describe('a read receipt', () => {
  it('reaches Meta and is forgotten', async () => {
    const place = await sendingWorld();
    const wamid = write(place);
    markChatRead({ store: place.store, clock: systemClock }, place.chats[0] ?? asId(0));
    await expect.poll(() => place.platform.marks).toMatchObject([{ wamid, typing: false }]);
    await expect.poll(() => waiting(place.store)).toBe(0);
  });

  it.each([
    { kind: 'drop_after_accepting' },
    { kind: 'http', status: 503 },
    { kind: 'error', code: 131016 },
  ] as const)('is repeated after $kind', async (fault) => {
    const place = await sendingWorld();
    const wamid = write(place);
    place.platform.faults.next(fault, { target: 'mark' });
    markChatRead({ store: place.store, clock: systemClock }, place.chats[0] ?? asId(0));
    await expect.poll(() => waiting(place.store), { timeout: 4000 }).toBe(0);
    expect(place.platform.marks.at(-1)).toMatchObject({ wamid });
  });

  it('is dropped when Meta does not know the message', async () => {
    const { store, accountId, chats, platform } = await sendingWorld();
    addMessage(store, accountId, chats[0] ?? asId(0), { wamid: 'wamid.X', timestamp: Date.now() });
    platform.faults.next({ kind: 'error', code: 131009 }, { target: 'mark' });
    markChatRead({ store, clock: systemClock }, chats[0] ?? asId(0));
    await expect.poll(() => waiting(store)).toBe(0);
    expect(platform.marks).toEqual([]);
  });

  it('survives a time without network', async () => {
    const store = memoryStore();
    const accountId = addAccount(store);
    const [chatId] = crowdOf(1).map((customer) => openChatWith(store, accountId, customer));
    addMessage(store, accountId, chatId ?? asId(0), { timestamp: Date.now() });
    const sender = startSender(laneDeps(store, await deadUrl()));
    onTestFinished(() => sender.stop());
    markChatRead({ store, clock: systemClock }, chatId ?? asId(0));
    await expect
      .poll(() => store.prepare('SELECT attempts FROM read_receipt').get())
      .toMatchObject({ attempts: 1 });
  });
});

function indicator({ store, platform }: SendingWorld, clock = systemClock, log = silentLog) {
  return createTypingIndicator({
    store,
    graph: createGraph({ fetch, clock, timeoutMs: 400 }),
    connect: () => Promise.resolve(targetAt(platform.url)),
    clock,
    log,
  });
}

describe('the typing indicator', () => {
  it('is shown under the newest message, once in twenty seconds', async () => {
    const place = await sendingWorld();
    const wamid = write(place);
    let now = Date.now();
    const show = indicator(place, () => now);
    show(place.chats[0] ?? asId(0));
    show(place.chats[0] ?? asId(0));
    await expect.poll(() => place.platform.marks).toMatchObject([{ wamid, typing: true }]);
    now += 21_000;
    show(place.chats[0] ?? asId(0));
    await expect.poll(() => place.platform.marks.length).toBe(2);
  });

  it('troubles nobody where nothing can be answered, or when it fails', async () => {
    const place = await sendingWorld();
    const said: string[] = [];
    const log = { ...silentLog, debug: (_: object, words: string) => said.push(words) };
    const show = indicator(place, systemClock, log);
    show(place.chats[0] ?? asId(0));
    show(asId(999));
    write(place);
    place.platform.faults.next({ kind: 'error', code: 131016 }, { target: 'mark' });
    show(place.chats[0] ?? asId(0));
    await expect.poll(() => said).toEqual(['the customer was not shown that somebody writes']);
    expect(place.platform.marks).toEqual([]);
  });
});
