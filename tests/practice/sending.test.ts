import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import {
  ANA,
  callGraph,
  handClock,
  NUMBER,
  send,
  sendBody,
  sendText,
  startQuietPlatform,
  type GraphAnswer,
  type HandClock,
} from '../support/practice.ts';
import {
  object,
  objects,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../support/webhook-receiver.ts';

const HOUR = 3_600_000;

let receiver: WebhookReceiver;
let clock: HandClock;
let platform: PracticePlatform;

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  clock = handClock();
  platform = await startQuietPlatform({ clock, callbackUrl: receiver.url });
});

afterEach(async () => {
  await platform.stop();
  await receiver.stop();
});

describe('the 24-hour window', () => {
  it('is closed for someone who never wrote: accepted, then failed with 131047', async () => {
    const answer = await sendText(platform, 'Hello?');
    await platform.idle();

    expect(answer.status).toBe(200);
    expect(receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131047 }] }]);
    expect(receiver.statuses()[0]).not.toHaveProperty('recipient_user_id');
    expect(object(receiver.changes()[0]?.['value'])).not.toHaveProperty('contacts');
  });

  it('is open until 24 hours after the customer wrote, to the second', async () => {
    platform.customers.get(ANA.waId).say('Hi');
    clock.advance(24 * HOUR - 1_000);
    await sendText(platform, 'Just in time');
    await platform.idle();
    expect(statusesOf(platform.accepted[0]?.wamid)).toEqual(['sent', 'delivered', 'read']);

    clock.advance(1_000);
    await sendText(platform, 'Too late');
    await platform.idle();
    expect(statusesOf(platform.accepted[1]?.wamid)).toEqual(['failed']);
  });

  it('counts from when the customer wrote, not from when the webhook left', async () => {
    platform.customers.get(ANA.waId).say('Yesterday', { at: clock() - 25 * HOUR });
    await sendText(platform, 'Sorry for the delay');
    await platform.idle();
    expect(statusesOf(platform.accepted[0]?.wamid)).toEqual(['failed']);
  });

  it('is not opened by a reaction', async () => {
    platform.customers.get(ANA.waId).react('wamid.unknown', '👍');
    await sendText(platform, 'Hello');
    await platform.idle();
    expect(statusesOf(platform.accepted[0]?.wamid)).toEqual(['failed']);
  });

  it('does not hold back templates', async () => {
    const template = { name: 'order_update', language: { code: 'en_US' } };
    const answer = await send(platform, sendBody('template', template));
    await platform.idle();

    expect(objects(answer.body['messages'])[0]).toMatchObject({ message_status: 'accepted' });
    expect(statusesOf(platform.accepted[0]?.wamid)).toEqual(['sent', 'delivered', 'read']);
  });

  it('can be refused at once instead', async () => {
    const strict = await startQuietPlatform({ windowRefusal: 'at_once' });
    const answer = await sendText(strict, 'Hello?');
    expect(codeOf(answer)).toBe(131047);
    expect(strict.accepted).toHaveLength(0);
    await strict.stop();
  });

  it('survives a restart through what the app knows of its customers', async () => {
    const restarted = await startQuietPlatform({
      clock,
      callbackUrl: receiver.url,
      customers: [{ ...ANA, lastWroteAt: clock() - 2 * HOUR }],
    });
    await sendText(restarted, 'Good to see you again');
    await restarted.idle();
    expect(statusesOf(restarted.accepted[0]?.wamid)).toEqual(['sent', 'delivered', 'read']);
    await restarted.stop();
  });
});

describe('the pace', () => {
  it('lets 45 messages in a burst through to one person, then one every six seconds', async () => {
    const codes = await inTurn(46, () => sendText(platform, 'Hi'));
    expect(codes).toEqual([...Array.from({ length: 45 }, () => null), 131056]);

    clock.advance(5_999);
    expect(codeOf(await sendText(platform, 'Hi'))).toBe(131056);
    clock.advance(1);
    expect(codeOf(await sendText(platform, 'Hi'))).toBeNull();
  });

  it('refuses what is over 80 messages a second for the number', async () => {
    let recipient = 5511987660000;
    const toSomeoneElse = (): Promise<GraphAnswer> => {
      recipient += 1;
      return sendText(platform, 'Hi', { to: `+${recipient}` });
    };
    const codes = await inTurn(100, toSomeoneElse);
    expect(codes.filter((code) => code === null)).toHaveLength(88);
    expect(codes.at(-1)).toBe(130429);

    clock.advance(1_000);
    expect(codeOf(await toSomeoneElse())).toBeNull();
  });
});

describe('a request that is not right', () => {
  it.each([
    ['a phone without +', sendBody('text', { body: 'Hi' }, { to: ANA.waId }), 100],
    ['a phone that is none', sendBody('text', { body: 'Hi' }, { to: '+12' }), 131009],
    ['a text that is too long', sendBody('text', { body: 'x'.repeat(4_097) }), 100],
    ['a text without body', sendBody('text', {}), 131008],
    ['an unknown type', sendBody('telegram', {}), 100],
    ['an unknown key', sendBody('text', { body: 'Hi', colour: 'green' }), 100],
    ['media that was never uploaded', sendBody('image', { id: '12345' }), 100],
    ['a location outside the world', sendBody('location', { latitude: 91, longitude: 0 }), 131009],
    ['an unknown person by BSUID', { ...withoutTo(), recipient: 'BR.404' }, 131009],
    ['nobody to send to', withoutTo(), 131008],
    ['itself as recipient', sendBody('text', { body: 'Hi' }, { to: '+55 11 5555-0142' }), 131021],
  ])('%s is refused', async (_name, body, code) => {
    expect(codeOf(await send(platform, body))).toBe(code);
    expect(platform.accepted).toHaveLength(0);
  });

  it('is answered in the envelope Meta uses', async () => {
    const { status, body } = await sendText(platform, '');
    expect(status).toBe(400);
    const { fbtrace_id: traceId, ...error } = object(body['error']);
    expect(traceId).toMatch(/^A/);
    expect(error).toEqual({
      message: '(#131009) Parameter value is not valid',
      type: 'OAuthException',
      code: 131009,
      error_data: {
        messaging_product: 'whatsapp',
        details: 'Param text.body: The message is empty. Write something first.',
      },
    });
  });

  it.each([
    ['a wrong token', 'nonsense', `${NUMBER.phoneNumberId}/messages`, 401, 190],
    ['an unknown number', NUMBER.accessToken, '404404/messages', 400, 100],
    ['an unknown object', NUMBER.accessToken, '404404', 400, 100],
    ['an alias that is none', NUMBER.accessToken, 'casa-verde', 404, 803],
    ['an unknown edge', NUMBER.accessToken, `${NUMBER.phoneNumberId}/teapot`, 404, 2500],
  ])('%s is refused', async (_name, token, path, status, code) => {
    const answer = await callGraph(platform, 'POST', path, {}, token);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });
});

describe('a reaction', () => {
  it('to a message of the platform is sent and nothing more', async () => {
    const wamid = platform.customers.get(ANA.waId).say('Thank you!');
    await send(platform, sendBody('reaction', { message_id: wamid, emoji: '💚' }));
    await platform.idle();
    expect(statusesOf(platform.accepted[0]?.wamid)).toEqual(['sent']);
  });

  it('to a message of an earlier run is accepted too', async () => {
    const earlier = await startQuietPlatform();
    const wamid = earlier.customers.get(ANA.waId).say('Before the restart');
    await earlier.stop();

    platform.customers.get(ANA.waId).say('After the restart');
    await send(platform, sendBody('reaction', { message_id: wamid, emoji: '💚' }));
    await platform.idle();
    expect(statusesOf(platform.accepted[0]?.wamid)).toEqual(['sent']);
  });

  it('to a message that does not exist fails with 131009', async () => {
    platform.customers.get(ANA.waId).say('Thank you!');
    await send(platform, sendBody('reaction', { message_id: 'wamid.HBgL', emoji: '💚' }));
    await platform.idle();
    expect(receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131009 }] }]);
  });
});

describe('the phones of customers', () => {
  it.each([
    ['attentive', ['sent', 'delivered', 'read']],
    ['never_reads', ['sent', 'delivered']],
    ['reads_at_once', ['sent', 'read']],
    ['switched_off', ['sent']],
    ['blocked_the_business', ['sent']],
    ['not_on_whatsapp', ['failed']],
  ] as const)('%s reports %s', async (behaviour, statuses) => {
    const ana = platform.customers.get(ANA.waId);
    ana.say('Hi');
    ana.behave(behaviour);
    await sendText(platform, 'Hello');
    await platform.idle();
    expect(statusesOf(platform.accepted[0]?.wamid)).toEqual(statuses);
  });

  it('play voice notes after reading them', async () => {
    platform.customers.get(ANA.waId).say('Hi');
    await send(platform, sendBody('audio', { link: 'https://example.org/a.ogg', voice: true }));
    await platform.idle();
    expect(statusesOf(platform.accepted[0]?.wamid)).toEqual([
      'sent',
      'delivered',
      'read',
      'played',
    ]);
  });

  it('can be reached by BSUID, and then the answer carries no phone', async () => {
    platform.customers.get(ANA.waId).say('Hi');
    const answer = await send(platform, { ...withoutTo(), recipient: ANA.bsuid });
    expect(answer.body['contacts']).toEqual([{ input: ANA.bsuid, user_id: ANA.bsuid }]);
  });

  it('have a WhatsApp id that may differ from what was dialled', async () => {
    platform.customers.add({
      waId: '553187650002',
      dialled: '5531987650002',
      name: 'Beto',
      bsuid: 'BR.1000000000000002',
      lastWroteAt: clock(),
    });
    const answer = await sendText(platform, 'Oi', { to: '+55 31 98765-0002' });
    expect(answer.body['contacts']).toEqual([
      { input: '+55 31 98765-0002', wa_id: '553187650002' },
    ]);
  });
});

it('takes read receipts and typing for messages of customers, and for nothing else', async () => {
  const wamid = platform.customers.get(ANA.waId).say('Hi');
  const mark = { messaging_product: 'whatsapp', status: 'read', message_id: wamid };
  const typing = { ...mark, typing_indicator: { type: 'text' } };
  expect((await send(platform, mark)).body).toEqual({ success: true });
  expect((await send(platform, typing)).body).toEqual({ success: true });
  expect(codeOf(await send(platform, { ...mark, message_id: 'wamid.x' }))).toBe(131009);
  expect(platform.marks).toMatchObject([
    { wamid, typing: false },
    { wamid, typing: true },
  ]);
});

it('tells the delivery states of a message when asked', async () => {
  platform.customers.get(ANA.waId).say('Hi');
  await sendText(platform, 'Hello');
  await platform.idle();
  const wamid = platform.accepted[0]?.wamid ?? '';
  const path = `${NUMBER.phoneNumberId}/message_history?message_id=${encodeURIComponent(wamid)}`;
  const [entry] = objects((await callGraph(platform, 'GET', path)).body['data']);
  const events = objects(object(entry?.['events'])['data']);
  expect(events.map((event) => event['delivery_status'])).toEqual(['SENT', 'DELIVERED', 'READ']);
});

function statusesOf(wamid: string | undefined): unknown[] {
  const own = receiver.statuses().filter((status) => status['id'] === wamid);
  return own.map((status) => status['status']);
}

function codeOf({ body }: GraphAnswer): unknown {
  return object(body['error'])['code'] ?? null;
}

function withoutTo(): ReturnType<typeof sendBody> {
  return { messaging_product: 'whatsapp', type: 'text', text: { body: 'Hi' } };
}

async function inTurn(times: number, once: () => Promise<GraphAnswer>): Promise<unknown[]> {
  const codes: unknown[] = [];
  for (let turn = 0; turn < times; turn += 1) codes.push(codeOf(await once()));
  return codes;
}
