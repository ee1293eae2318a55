import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/json.ts';
import { MESSAGE_TYPES } from '#shared/models/message.ts';
import { personas } from '#electron/practice/crowd/personas.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { callGraph, handClock, NUMBER, sendText, startQuietPlatform } from '../support/practice.ts';
import {
  text,
  object,
  objects,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../support/webhook-receiver.ts';

const HOUR = 3_600_000;
const clock = handClock();
let receiver: WebhookReceiver;
let platform: PracticePlatform;

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  platform = await startQuietPlatform({
    clock,
    callbackUrl: receiver.url,
    customers: [],
    crowd: true,
  });
  await platform.deliverHistory();
  await platform.idle();
});

afterAll(async () => {
  await platform.stop();
  await receiver.stop();
});

describe('the history of the practice shop', () => {
  it('has a chat of 5 to 70 messages with every regular', () => {
    const sizes = threads().map((thread) => objects(thread['messages']).length);
    expect(sizes).toHaveLength(personas.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(70);
    expect(Math.max(...sizes)).toBeGreaterThan(40);
  });

  it('tells each message once, in order, none of them from the future', () => {
    const all = threads().map((thread) => objects(thread['messages']));
    const ids = [...all.flat(), ...receiver.messages()].map((message) => message['id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const messages of all) {
      const times = messages.map((message) => Number(message['timestamp']));
      expect(times).toEqual(times.toSorted((left, right) => left - right));
      expect(times.at(-1)).toBeLessThanOrEqual(clock() / 1_000);
    }
  });

  it('holds every type of message', () => {
    const types = new Set([...past(), ...receiver.messages()].map((message) => message['type']));
    const expected = MESSAGE_TYPES.filter((type) => type !== 'unknown' && type !== 'system');
    expect([...types]).toEqual(expect.arrayContaining([...expected, 'unsupported']));
  });

  it('knows what became of the messages of the shop, and why one failed', () => {
    const sent = past().filter((message) => message['from'] === '551155550142');
    const states = new Set(sent.map((message) => object(message['history_context'])['status']));
    expect(states).toEqual(new Set(['READ', 'ERROR', 'PLAYED']));
    const failed = sent.find((message) => object(message['history_context'])['status'] === 'ERROR');
    expect(receiver.statuses()).toMatchObject([{ id: failed?.['id'], errors: [{ code: 131026 }] }]);
  });

  it('gives everybody a name: those who share their phone in the address book, the others when they write', () => {
    const listed = changes('smb_app_state_sync').flatMap((value) => objects(value['state_sync']));
    const writing = changes('messages').flatMap((value) => objects(value['contacts']));
    const names = new Set([
      ...listed.map((entry) => object(entry['contact'])['full_name']),
      ...writing.map((contact) => object(contact['profile'])['name']),
    ]);
    expect(personas.filter(({ customer }) => !names.has(customer.name))).toEqual([]);
  });

  it('leaves some chats unread and some windows open, about to close and closed', () => {
    const unread = new Set(receiver.messages().map((message) => message['from_user_id']));
    expect(unread.size).toBeGreaterThanOrEqual(8);
    const ages = threads().map((thread) => {
      const inbound = objects(thread['messages']).filter((message) => 'from_user_id' in message);
      return clock() - Number(inbound.at(-1)?.['timestamp']) * 1_000;
    });
    expect(ages.filter((age) => age < 16 * HOUR).length).toBeGreaterThan(5);
    expect(ages.filter((age) => age > 20 * HOUR && age < 24 * HOUR).length).toBeGreaterThan(2);
    expect(ages.filter((age) => age > 24 * HOUR).length).toBeGreaterThan(15);
  });

  it('opens the windows it tells of', async () => {
    const [writer] = receiver.messages().filter((message) => 'from' in message);
    await sendText(platform, 'Oi!', { to: `+${text(writer?.['from'])}` });
    await platform.idle();
    const statuses = receiver.statuses().filter(({ id }) => id === platform.accepted[0]?.wamid);
    expect(statuses[0]).toMatchObject({ status: 'sent' });
  });

  it('serves the files it mentions', async () => {
    const mentioned = [...past(), ...receiver.messages()].flatMap((message) =>
      ['image', 'audio', 'document', 'sticker'].flatMap((kind) => {
        const file = object(message[kind]);
        return typeof file['id'] === 'string' ? [{ kind, id: file['id'] }] : [];
      }),
    );
    expect(mentioned.length).toBeGreaterThan(20);
    const headers = { authorization: `Bearer ${NUMBER.accessToken}` };
    for (const kind of ['image', 'audio', 'document', 'sticker']) {
      const id = mentioned.find((file) => file.kind === kind)?.id ?? '';
      const { url, file_size: size } = (await callGraph(platform, 'GET', id)).body;
      const file = await fetch(text(url), { headers });
      expect(String((await file.arrayBuffer()).byteLength)).toBe(size);
    }
  });

  it('is the same for the same seed and time, apart from ids', async () => {
    const other = await startWebhookReceiver();
    const again = await startQuietPlatform({
      clock: handClock(clock()),
      callbackUrl: other.url,
      customers: [],
      crowd: true,
    });
    await again.deliverHistory();
    await again.idle();
    const told = other.changes().slice(0, 6);
    expect(told).toEqual(receiver.changes().slice(0, 6));
    await again.stop();
    await other.stop();
  });
});

function changes(field: string): JsonObject[] {
  const own = receiver.changes().filter((change) => change['field'] === field);
  return own.map((change) => object(change['value']));
}

function threads(): JsonObject[] {
  return changes('history')
    .flatMap((value) => objects(value['history']))
    .flatMap((chunk) => objects(chunk['threads']));
}

function past(): JsonObject[] {
  return threads().flatMap((thread) => objects(thread['messages']));
}
