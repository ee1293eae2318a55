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
const OFFER = { name: 'offer', language: 'en' };

let receiver: WebhookReceiver;
let clock: HandClock;
let platform: PracticePlatform;

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  clock = handClock();
  platform = await startQuietPlatform({
    clock,
    callbackUrl: receiver.url,
    categoryOf: ({ name }) => (name === 'receipt' ? 'UTILITY' : 'MARKETING'),
  });
});

afterEach(async () => {
  await platform.stop();
  await receiver.stop();
});

function sendTemplate(to = `+${ANA.waId}`, name = OFFER.name): Promise<GraphAnswer> {
  const template = { name, language: { code: OFFER.language } };
  return send(platform, sendBody('template', template, { to }));
}

/** The n-th of many Brazilians. */
function stranger(n: number): string {
  return `+55119${String(20_000_000 + n)}`;
}

function codeOf({ body }: GraphAnswer): unknown {
  return object(body['error'])['code'] ?? null;
}

function messageStatusOf({ body }: GraphAnswer): unknown {
  return objects(body['messages'])[0]?.['message_status'];
}

async function sendFour(name?: string): Promise<unknown[]> {
  const statuses = [];
  for (let n = 0; n < 4; n += 1)
    statuses.push(messageStatusOf(await sendTemplate(stranger(n), name)));
  return statuses;
}

async function sendToMany(from: number, to: number): Promise<unknown[]> {
  const codes = [];
  for (let n = from; n < to; n += 1) {
    clock.advance(20);
    codes.push(codeOf(await sendTemplate(stranger(n))));
  }
  return codes;
}

/** What became of the messages so far, by WhatsApp id: the last status, or the code of the failure. */
async function fates(): Promise<readonly unknown[]> {
  await platform.idle();
  const last = new Map<unknown, unknown>();
  for (const { id, status, errors } of receiver.statuses()) {
    last.set(id, status === 'failed' ? objects(errors)[0]?.['code'] : status);
  }
  return platform.accepted.map(({ wamid }) => last.get(wamid));
}

function told(field: string): unknown[] {
  return receiver
    .changes()
    .filter((change) => change['field'] === field)
    .map((change) => change['value']);
}

describe('the messaging limit', () => {
  beforeEach(() => {
    platform.conditions.number(NUMBER.phoneNumberId, { kind: 'messaging_limit', tier: 'TIER_250' });
  });

  it('counts the people written to first in a moving day, each of them once', async () => {
    expect(new Set(await sendToMany(0, 250))).toEqual(new Set([null]));
    expect(await sendToMany(249, 252)).toEqual([null, 131048, 131048]);
    clock.advance(24 * HOUR - 1000);
    expect(await sendToMany(300, 301)).toEqual([null]);
  });

  it('does not count whoever wrote in the last day', async () => {
    await sendToMany(0, 250);
    platform.customers.get(ANA.waId).say('Hi');
    expect(codeOf(await sendTemplate())).toBeNull();
  });

  it('is told by the number and by a webhook', async () => {
    const fields = 'whatsapp_business_manager_messaging_limit';
    const { body } = await callGraph(platform, 'GET', `${NUMBER.phoneNumberId}?fields=${fields}`);
    await platform.idle();
    expect(body[fields]).toBe('TIER_250');
    expect(told('business_capability_update')).toMatchObject([
      { max_daily_conversations_per_business: 'TIER_250' },
    ]);
  });
});

describe('marketing', () => {
  it('comes through twice a day to one person, and then fails with 131049', async () => {
    for (let n = 0; n < 3; n += 1) await sendTemplate();
    expect(await fates()).toEqual(['read', 'read', 131049]);
    clock.advance(24 * HOUR);
    await sendTemplate();
    expect((await fates()).at(-1)).toBe('read');
  });

  it('is not counted in an open window, nor in countries where Meta does not count', async () => {
    platform.customers.get(ANA.waId).say('Hi');
    for (let n = 0; n < 4; n += 1) await sendTemplate();
    for (let n = 0; n < 4; n += 1) await sendTemplate('+4915112345678');
    expect(new Set(await fates())).toEqual(new Set(['read']));
  });

  it('never comes through to the United States, but to Canada', async () => {
    await sendTemplate('+12125550123');
    await sendTemplate('+14165550123');
    expect(await fates()).toEqual([131049, 'read']);
  });

  it('fails with 131050 for who stopped it in WhatsApp, until they want it again', async () => {
    const ana = platform.customers.get(ANA.waId);
    ana.prefer('stop');
    await sendTemplate();
    await sendTemplate(undefined, 'receipt');
    ana.prefer('resume');
    await sendTemplate();
    expect(await fates()).toEqual([131050, 'read', 'read']);
    expect(told('user_preferences')).toMatchObject([
      { user_preferences: [{ wa_id: ANA.waId, category: 'marketing_messages', value: 'stop' }] },
      { user_preferences: [{ value: 'resume' }] },
    ]);
  });
});

describe('the quality of a number', () => {
  it('shows where the number is asked for', async () => {
    platform.conditions.number(NUMBER.phoneNumberId, { kind: 'quality', rating: 'RED' });
    const { body } = await callGraph(platform, 'GET', NUMBER.phoneNumberId);
    expect(body['quality_rating']).toBe('RED');
  });

  it('may restrict it to answers for a while', async () => {
    const until = clock() + 24 * HOUR;
    platform.conditions.number(NUMBER.phoneNumberId, { kind: 'restricted', until });
    expect(codeOf(await sendTemplate())).toBe(131048);
    platform.customers.get(ANA.waId).say('Hi');
    expect(codeOf(await sendText(platform, 'Hello'))).toBeNull();
    expect(codeOf(await sendTemplate())).toBeNull();
    clock.advance(24 * HOUR);
    expect(codeOf(await sendTemplate())).toBeNull();
    await platform.idle();
    expect(told('account_update')).toMatchObject([
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [
          { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: until / 1000 },
        ],
      },
    ]);
  });
});

describe('a template that is paced', () => {
  it('goes to the first few, and the rest is held until people have liked it', async () => {
    platform.conditions.template(OFFER, { kind: 'paced', first: 2 });
    const held = 'held_for_quality_assessment';
    expect(await sendFour()).toEqual(['accepted', 'accepted', held, held]);
    expect(await fates()).toEqual(['read', 'read', undefined, undefined]);
    platform.conditions.template(OFFER, { kind: 'released' });
    expect(await fates()).toEqual(['read', 'read', 'read', 'read']);
    expect(messageStatusOf(await sendTemplate(stranger(9)))).toBe('accepted');
  });

  it('is paused when they did not, and what was held fails', async () => {
    platform.conditions.template(OFFER, { kind: 'paced', first: 2 });
    await sendFour();
    platform.conditions.template(OFFER, { kind: 'paused' });
    expect(await fates()).toEqual(['read', 'read', 132015, 132015]);
    expect(codeOf(await sendTemplate(stranger(9)))).toBe(132015);
    expect(told('message_template_status_update')).toMatchObject([
      { event: 'PAUSED', message_template_name: 'offer', other_info: { title: 'FIRST_PAUSE' } },
    ]);
    platform.conditions.template(OFFER, { kind: 'unpaused' });
    expect(codeOf(await sendTemplate(stranger(9)))).toBeNull();
  });

  it.each([
    ['held_then_released_1', 'read'],
    ['held_then_dropped_1', 132015],
  ])('can be rehearsed with the name %s', async (name, fate) => {
    for (let n = 0; n < 11; n += 1) await sendTemplate(stranger(n), name);
    expect((await fates()).slice(9)).toEqual(['read', fate]);
  });

  it('is disabled for good, and says so', async () => {
    platform.conditions.template(OFFER, { kind: 'quality', score: 'RED' });
    platform.conditions.template(OFFER, { kind: 'disabled' });
    expect(codeOf(await sendTemplate())).toBe(132016);
    await platform.idle();
    expect(told('message_template_quality_update')).toMatchObject([
      { previous_quality_score: 'UNKNOWN', new_quality_score: 'RED' },
    ]);
  });
});

it('counts what comes in for the pace, as well as what goes out', async () => {
  for (let n = 0; n < 50; n += 1) platform.customers.get(ANA.waId).say('Hi');
  const codes = [];
  for (let n = 0; n < 40; n += 1) codes.push(codeOf(await sendTemplate(stranger(n))));
  expect(codes.filter((code) => code === null)).toHaveLength(38);
  expect(codes.at(-1)).toBe(130429);
});
