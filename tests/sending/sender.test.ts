import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { asId } from '#shared/ids.ts';
import { systemClock } from '#electron/clock.ts';
import { createGraph } from '#electron/graph/client.ts';
import type { Fault } from '#electron/practice/faults.ts';
import { sendText } from '#electron/sending/compose.ts';
import { startSender } from '#electron/sending/sender.ts';
import { openStore } from '#electron/store/open.ts';
import { outboxState } from '#electron/store/outbox.ts';
import { adoptWamid } from '#electron/store/message-status.ts';
import { readSendingPause } from '#electron/store/sending-pause.ts';
import { afterRequest, deadUrl, httpAnswer, rawServer } from '../support/graph-server.ts';
import { NUMBER, startQuietPlatform } from '../support/practice.ts';
import {
  crowdOf,
  laneDeps,
  openChatWith,
  openWindow,
  platformFor,
  sendingWorld,
  storedMessage,
  targetAt,
  textOf,
} from '../support/sending.ts';
import { addAccount, memoryStore } from '../support/store.ts';

const DAY = 24 * 3_600_000;

describe('a message on its way', () => {
  it('reaches Meta with our id, and gets the wamid from the answer', async () => {
    const { store, platform, say, sender } = await sendingWorld();
    const id = say(0, 'Good morning');
    await sender.idle();
    const [accepted] = platform.accepted;
    const message = storedMessage(store, id);
    expect(accepted).toMatchObject({
      callbackData: message.callback_id,
      recipient: `+${crowdOf(1)[0]?.waId}`,
    });
    expect(message).toMatchObject({ status: 'accepted', wamid: accepted?.wamid, error_code: null });
    expect(outboxState(store, id)).toMatchObject({ state: 'accepted', attempts: 1 });
  });

  it('keeps its place in the chat, even while the first one waits for its next try', async () => {
    const { store, platform, say, taken, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131016 });
    const first = say(0, 'one');
    say(0, 'two');
    say(0, 'three');
    await sender.idle();
    expect(outboxState(store, first)).toMatchObject({ state: 'queued', attempts: 1 });
    expect(taken()).toEqual([]);
    await expect.poll(taken, { timeout: 3000 }).toEqual(['one', 'two', 'three']);
    expect(outboxState(store, first)).toMatchObject({ attempts: 2 });
  });

  it('does not hold up other chats while it waits', async () => {
    const { platform, say, taken, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131056 });
    say(0, 'limited');
    await sender.idle();
    say(1, 'free');
    await sender.idle();
    expect(taken()).toEqual(['free']);
  });

  it('fails for good with Meta’s reason, and lets the next one pass', async () => {
    const { store, platform, say, taken, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131026, details: 'Not on WhatsApp' });
    const failed = say(0, 'one');
    say(0, 'two');
    await sender.idle();
    expect(storedMessage(store, failed)).toMatchObject({ status: 'failed', error_code: 131026 });
    expect(taken()).toEqual(['two']);
  });

  it('gives up after Meta’s unknown error came three times', async () => {
    const { store, platform, say, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131000 }, { times: 3 });
    const id = say(0, 'one');
    await expect.poll(() => storedMessage(store, id).status, { timeout: 5000 }).toBe('failed');
    expect(outboxState(store, id)).toMatchObject({ state: 'failed', attempts: 3 });
    await sender.idle();
    expect(platform.accepted).toEqual([]);
  });

  it('goes to the user id of somebody without a number', async () => {
    const { store, accountId, platform, sender } = await sendingWorld({ chats: 1 });
    const [customer] = crowdOf(1);
    const chatId = store.write((tx) => {
      const contact = tx.run('INSERT INTO contact (created_at, updated_at) VALUES (0, 0)');
      tx.run(
        `INSERT INTO contact_identity (contact_id, kind, value, scope, first_seen_at) VALUES (?, 'bsuid', ?, 'p', 0)`,
        contact.lastInsertRowid,
        customer?.bsuid,
      );
      return tx.run(
        'INSERT INTO conversation (account_id, contact_id, customer_active_at, created_at) VALUES (?, ?, ?, 0)',
        accountId,
        contact.lastInsertRowid,
        Date.now(),
      ).lastInsertRowid;
    });
    sendText({ store, clock: systemClock }, { chatId: asId(chatId), body: 'Hi', replyTo: null });
    await sender.idle();
    expect(platform.accepted[0]?.recipient).toBe(customer?.bsuid);
  });
});

describe('when nobody knows whether Meta has it', () => {
  const faults: readonly Fault[] = [
    { kind: 'drop_before_accepting' },
    { kind: 'drop_after_accepting' },
    { kind: 'hang_before_accepting' },
    { kind: 'hang_after_accepting' },
    { kind: 'broken_answer_after_accepting' },
    { kind: 'http', status: 502 },
  ];

  it.each(faults)('a message is unknown and not sent again: $kind', async (fault) => {
    const { store, platform, say, taken, sender } = await sendingWorld();
    platform.faults.next(fault);
    const id = say(0, 'once');
    say(0, 'next');
    await sender.idle();
    sender.wake();
    sender.wake();
    await sender.idle();
    expect(storedMessage(store, id)).toMatchObject({ status: 'unknown', wamid: null });
    expect(outboxState(store, id)).toMatchObject({
      state: 'unknown',
      attempts: 1,
      nextAttemptAt: null,
    });
    expect(outboxState(store, id)?.unknownSince).toBeGreaterThan(Date.now() - 60_000);
    expect(taken().filter((text) => text === 'once').length).toBeLessThanOrEqual(1);
    expect(taken()).toContain('next');
  });

  it('a status that carries our id makes it accepted', async () => {
    const { store, platform, say, sender } = await sendingWorld();
    platform.faults.next({ kind: 'drop_after_accepting' });
    const id = say(0, 'once');
    await sender.idle();
    const [accepted] = platform.accepted;
    expect(accepted?.callbackData).toBe(storedMessage(store, id).callback_id);
    store.write((tx) => {
      adoptWamid(tx, id, accepted?.wamid ?? '');
    });
    expect(storedMessage(store, id)).toMatchObject({ status: 'accepted', wamid: accepted?.wamid });
    expect(outboxState(store, id)).toMatchObject({ state: 'accepted', unknownSince: null });
  });

  it('an outage leaves few in doubt: after some unanswered requests one at a time is tried', async () => {
    const { store, platform, say } = await sendingWorld({ chats: 60 });
    platform.faults.next({ kind: 'http', status: 503 }, { times: 100 });
    for (let chat = 0; chat < 60; chat += 1) say(chat, 'hello');
    const unknown = (): number =>
      store
        .prepare<{ count: number }>("SELECT count(*) AS count FROM outbox WHERE state = 'unknown'")
        .get()?.count ?? 0;
    await expect.poll(unknown).toBeGreaterThanOrEqual(5);
    expect(unknown()).toBeLessThan(15);
  });

  it('messages that a killed run was sending are in doubt at the next start', async () => {
    const { store, platform, say, sender } = await sendingWorld();
    await sender.stop();
    const id = say(0, 'was it sent?');
    const waiting = say(1, 'not yet');
    store.write((tx) => {
      tx.run("UPDATE outbox SET state = 'claimed', claimed_at = 5 WHERE message_id = ?", id);
    });
    const next = startSender(laneDeps(store, platform.url));
    onTestFinished(() => next.stop());
    await next.idle();
    expect(storedMessage(store, id).status).toBe('unknown');
    expect(storedMessage(store, waiting).status).toBe('accepted');
    expect(platform.accepted).toHaveLength(1);
  });
});

describe('without a network', () => {
  it('messages wait visibly, and leave in order when it is back', async () => {
    const url = await deadUrl();
    const customers = crowdOf(2);
    const store = memoryStore();
    const accountId = addAccount(store);
    const chats = customers.map((customer) => openChatWith(store, accountId, customer));
    const sender = startSender(laneDeps(store, url));
    onTestFinished(() => sender.stop());
    const ids = chats.flatMap((chatId) =>
      ['one', 'two', 'three'].map((body) =>
        sendText({ store, clock: systemClock }, { chatId, body, replyTo: null }),
      ),
    );
    await sender.idle();
    const tried = ids.map((id) => outboxState(store, id)).filter((entry) => entry?.attempts);
    expect(tried.length).toBeGreaterThan(0);
    for (const entry of tried) {
      expect(entry?.state).toBe('queued');
      expect(entry?.error).toContain('ECONNREFUSED');
      expect(entry?.nextAttemptAt).toBeGreaterThan(Date.now() - 1000);
    }
    for (const id of ids) expect(storedMessage(store, id).status).toBe('queued');

    const platform = await platformFor(customers, { port: Number(new URL(url).port) });
    onTestFinished(() => platform.stop());
    sender.wake();
    await expect.poll(() => platform.accepted.length, { timeout: 5000 }).toBe(6);
    for (const { waId } of customers) {
      const texts = platform.accepted.filter((message) => message.waId === waId);
      expect(texts.map(({ body }) => textOf(body))).toEqual(['one', 'two', 'three']);
    }
  });

  it('an evening of failed tries does not count against a message', async () => {
    const url = await deadUrl();
    const [customer] = crowdOf(1);
    const store = memoryStore();
    const accountId = addAccount(store);
    if (customer === undefined) throw new Error('There is no customer.');
    const chatId = openChatWith(store, accountId, customer);
    const sender = startSender(laneDeps(store, url));
    onTestFinished(() => sender.stop());
    const id = sendText({ store, clock: systemClock }, { chatId, body: 'patient', replyTo: null });
    for (let tries = 1; tries <= 12; tries += 1) {
      // Woken in the middle of a try, it has nothing to do; so it is woken until it has tried again.
      const attempts = () => {
        sender.wake();
        return outboxState(store, id)?.attempts;
      };
      await expect.poll(attempts, { timeout: 5000 }).toBeGreaterThanOrEqual(tries);
    }
    const platform = await platformFor([customer], { port: Number(new URL(url).port) });
    onTestFinished(() => platform.stop());
    platform.faults.next({ kind: 'error', code: 131000 });
    sender.wake();
    await expect.poll(() => storedMessage(store, id).status, { timeout: 5000 }).toBe('accepted');
  });
});

describe('when Meta stops the number', () => {
  it('keeps everything queued, says why, and goes on with a new token', async () => {
    let accessToken = 'expired';
    const connect = vi.fn(() => Promise.resolve({ ...targetAt(url), accessToken }));
    const platform = await platformFor(crowdOf(5));
    const url = platform.url;
    const store = memoryStore();
    const accountId = addAccount(store);
    const ids = crowdOf(5).map((customer) =>
      sendText(
        { store, clock: systemClock },
        { chatId: openChatWith(store, accountId, customer), body: 'wait', replyTo: null },
      ),
    );
    const sender = startSender(laneDeps(store, url, { connect }));
    onTestFinished(async () => {
      await sender.stop();
      await platform.stop();
    });
    await sender.idle();
    expect(readSendingPause(store, accountId)).toMatchObject({ code: 190 });
    expect(ids.map((id) => storedMessage(store, id).status)).toEqual(ids.map(() => 'queued'));
    sender.wake();
    await sender.idle();
    expect(platform.accepted).toEqual([]);

    accessToken = NUMBER.accessToken;
    store.write((tx) => {
      tx.note({ kind: 'account' });
    });
    await expect.poll(() => platform.accepted.length).toBe(5);
    expect(readSendingPause(store, accountId)).toBeUndefined();
  });

  it('explains why the way to Meta can’t be opened, until it can', async () => {
    let isLocked = true;
    const platform = await platformFor(crowdOf(1));
    const connect = () =>
      isLocked
        ? Promise.reject(new Error('There is no token.'))
        : Promise.resolve(targetAt(platform.url));
    const store = memoryStore();
    const accountId = addAccount(store);
    const [customer] = crowdOf(1);
    if (customer === undefined) throw new Error('There is no customer.');
    const chatId = openChatWith(store, accountId, customer);
    const id = sendText({ store, clock: systemClock }, { chatId, body: 'Hi', replyTo: null });
    const sender = startSender(laneDeps(store, platform.url, { connect }));
    onTestFinished(async () => {
      await sender.stop();
      await platform.stop();
    });
    await expect
      .poll(() => readSendingPause(store, accountId))
      .toMatchObject({ code: null, title: 'There is no token.' });
    isLocked = false;
    store.write((tx) => {
      tx.note({ kind: 'account' });
    });
    await expect.poll(() => storedMessage(store, id).status).toBe('accepted');
    expect(readSendingPause(store, accountId)).toBeUndefined();
  });

  it('takes up a number again at the next start', async () => {
    const { store, platform, accountId, say, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 368 });
    const id = say(0, 'again');
    await sender.idle();
    expect(readSendingPause(store, accountId)).toMatchObject({ code: 368 });
    await sender.stop();
    const next = startSender(laneDeps(store, platform.url));
    onTestFinished(() => next.stop());
    await next.idle();
    expect(storedMessage(store, id).status).toBe('accepted');
  });
});

describe('what Meta’s answer tells about the customer', () => {
  it('closes the window here too, when Meta says that it is closed', async () => {
    const { store, platform, say, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131047 });
    const id = say(0, 'too late');
    await sender.idle();
    expect(storedMessage(store, id)).toMatchObject({ status: 'failed', error_code: 131047 });
    expect(() => say(0, 'again')).toThrow(expect.objectContaining({ code: 'window_closed' }));
  });

  it('a window that closed while the message waited is not even tried', async () => {
    const { store, platform, chats, say, sender } = await sendingWorld();
    await sender.stop();
    const id = say(0, 'late');
    openWindow(store, chats[0] ?? asId(0), Date.now() - DAY - 1000);
    const next = startSender(laneDeps(store, platform.url));
    onTestFinished(() => next.stop());
    await next.idle();
    expect(storedMessage(store, id)).toMatchObject({ status: 'failed', error_code: 131047 });
    expect(outboxState(store, id)).toMatchObject({ state: 'failed', attempts: 0 });
    expect(platform.accepted).toEqual([]);
  });

  it('remembers that a person wants no more marketing', async () => {
    const { store, platform, say, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131050 });
    say(0, 'offer');
    await sender.idle();
    expect(store.prepare('SELECT kind, source FROM consent_event').all()).toEqual([
      { kind: 'opt_out', source: 'refused_by_whatsapp' },
    ]);
    expect(store.prepare('SELECT count(*) AS n FROM contact WHERE opted_out = 1').get()).toEqual({
      n: 1,
    });
  });

  it('learns WhatsApp’s own id of a number, where it differs', async () => {
    const { store, sender, accountId } = await sendingWorld({
      chats: 1,
      platform: { customers: [{ ...mexican, lastWroteAt: Date.now() }] },
    });
    const chatId = openChatWith(store, accountId, { ...mexican, waId: '525512345678' });
    store.write((tx) => {
      tx.run("DELETE FROM contact_identity WHERE kind = 'wa_id'");
    });
    sendText({ store, clock: systemClock }, { chatId, body: 'Hola', replyTo: null });
    await sender.idle();
    expect(store.prepare("SELECT value FROM contact_identity WHERE kind = 'wa_id'").all()).toEqual([
      { value: '5215512345678' },
    ]);
  });
});

const mexican = {
  waId: '5215512345678',
  dialled: '525512345678',
  name: 'Lupita',
  bsuid: 'MX.1',
  lastWroteAt: null,
} as const;

describe('the pace', () => {
  it('stays under the number’s limit and wastes little of it', async () => {
    const { platform, say } = await sendingWorld({ chats: 120 });
    for (let n = 0; n < 240; n += 1) say(n % 120, `text ${n}`);
    await expect.poll(() => platform.accepted.length, { timeout: 15_000 }).toBe(240);
    const times = platform.accepted.map(({ at }) => at);
    const seconds = times.map(
      (from) => times.filter((at) => at >= from && at < from + 1000).length,
    );
    expect(Math.max(...seconds)).toBeLessThanOrEqual(82);
    expect(new Set(platform.accepted.map(({ callbackData }) => callbackData)).size).toBe(240);
  }, 20_000);

  it('borrows no more than Meta lends for one person, without a single refusal', async () => {
    const answers: number[] = [];
    const counting: typeof fetch = async (...request) => {
      const response = await fetch(...request);
      answers.push(response.status);
      return response;
    };
    const graph = createGraph({ fetch: counting, clock: systemClock, timeoutMs: 400 });
    const { store, say, sender } = await sendingWorld({ chats: 1, deps: { graph } });
    const ids = Array.from({ length: 50 }, (_, n) => say(0, `text ${n}`));
    await sender.idle();
    const states = ids.map((id) => outboxState(store, id)?.state);
    expect(states.filter((state) => state === 'accepted')).toHaveLength(45);
    expect(states.slice(45)).toEqual(Array(5).fill('queued'));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(outboxState(store, ids[45] ?? asId(0))?.nextAttemptAt).toBeGreaterThan(Date.now());
  });
});

describe('two senders on one database', () => {
  it('claim nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-'));
    const customers = crowdOf(40);
    const platform = await startQuietPlatform({ clock: systemClock, customers });
    const [first, second] = [openStore(join(folder, 'a.db')), openStore(join(folder, 'a.db'))];
    const accountId = addAccount(first);
    const chats = customers.map((customer) => openChatWith(first, accountId, customer));
    // A busy machine may take its time over so many at once; none of them is in doubt for that.
    const graph = createGraph({ fetch, clock: systemClock, timeoutMs: 10_000 });
    const senders = [first, second].map((store) =>
      startSender(laneDeps(store, platform.url, { graph })),
    );
    onTestFinished(async () => {
      await Promise.all(senders.map((sender) => sender.stop()));
      await platform.stop();
      first.close();
      second.close();
      rmSync(folder, { recursive: true });
    });
    for (let n = 0; n < 120; n += 1) {
      const chatId = chats[n % 40] ?? asId(0);
      sendText({ store: first, clock: systemClock }, { chatId, body: `text ${n}`, replyTo: null });
      for (const sender of senders) sender.wake();
    }
    await expect
      .poll(
        () => {
          for (const sender of senders) sender.wake();
          return first.prepare("SELECT count(*) AS n FROM outbox WHERE state = 'accepted'").get();
        },
        { timeout: 15_000 },
      )
      .toEqual({ n: 120 });
    const texts = platform.accepted.map(({ body }) => textOf(body));
    expect(texts).toHaveLength(120);
    expect(new Set(texts).size).toBe(120);
    for (const { waId } of customers) {
      const own = platform.accepted.filter((message) => message.waId === waId);
      const numbers = own.map(({ body }) => Number(textOf(body).split(' ')[1]));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
  }, 20_000);
});

describe('stopping', () => {
  it('lets a request finish and writes down its wamid', async () => {
    const answers: (() => void)[] = [];
    const server = await rawServer((socket) => {
      afterRequest(socket, () => {
        answers.push(() => socket.write(httpAnswer(200, '{"messages":[{"id":"wamid.LATE"}]}')));
      });
    });
    const store = memoryStore();
    const accountId = addAccount(store);
    const chats = crowdOf(2).map((customer) => openChatWith(store, accountId, customer));
    const sender = startSender(laneDeps(store, server.url, { graph: patientGraph() }));
    const [id] = chats
      .slice(0, 1)
      .map((chatId) =>
        sendText({ store, clock: systemClock }, { chatId, body: 'bye', replyTo: null }),
      );
    await vi.waitUntil(() => answers.length === 1);
    const stopped = sender.stop();
    const late = sendText(
      { store, clock: systemClock },
      { chatId: chats[1] ?? asId(0), body: 'not any more', replyTo: null },
    );
    answers[0]?.();
    await stopped;
    expect(storedMessage(store, id ?? asId(0))).toMatchObject({
      status: 'accepted',
      wamid: 'wamid.LATE',
    });
    expect(storedMessage(store, late).status).toBe('queued');
  });

  it('puts into doubt what nobody answers within four seconds', async () => {
    const server = await rawServer(() => {});
    const store = memoryStore();
    const accountId = addAccount(store);
    const [chatId] = crowdOf(1).map((customer) => openChatWith(store, accountId, customer));
    const sender = startSender(laneDeps(store, server.url, { graph: patientGraph() }));
    const id = sendText(
      { store, clock: systemClock },
      { chatId: chatId ?? asId(0), body: 'anybody?', replyTo: null },
    );
    await vi.waitUntil(() => server.connections.length === 1);
    const begun = Date.now();
    await sender.stop();
    expect(Date.now() - begun).toBeLessThan(4800);
    expect(storedMessage(store, id).status).toBe('unknown');
  }, 10_000);
});

function patientGraph() {
  return createGraph({ fetch, clock: systemClock, timeoutMs: 30_000 });
}
