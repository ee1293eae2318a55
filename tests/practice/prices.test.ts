import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import {
  ANA,
  handClock,
  send,
  sendBody,
  sendText,
  startQuietPlatform,
  type HandClock,
} from '../support/practice.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

const HOUR = 3_600_000;

let receiver: WebhookReceiver;
let platform: PracticePlatform;
let clock: HandClock;

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  clock = handClock(Date.UTC(2026, 10, 30, 12));
  platform = await startQuietPlatform({
    clock,
    callbackUrl: receiver.url,
    freeServiceMessages: 2,
    categoryOf: ({ name }) => (name === 'offer' ? 'MARKETING' : 'AUTHENTICATION'),
    customers: [{ ...ANA, lastWroteAt: clock() }],
  });
});

afterEach(async () => {
  await platform.stop();
  await receiver.stop();
});

/** What each status said about the price, by status. */
async function pricesOf(): Promise<unknown[]> {
  await platform.idle();
  return receiver.statuses().map(({ status, pricing }) => [status, pricing]);
}

const FREE = { billable: false, type: 'free_customer_service', category: 'service' };
const PAID = { billable: true, type: 'regular', category: 'service' };

describe('the price in a status', () => {
  it('stands on sent and delivered, and on read only when nothing said delivered', async () => {
    await sendText(platform, 'Hi');
    expect(await pricesOf()).toMatchObject([
      ['sent', FREE],
      ['delivered', FREE],
      ['read', undefined],
    ]);
    platform.customers.get(ANA.waId).behave('reads_at_once');
    await sendText(platform, 'Hi');
    expect((await pricesOf()).slice(3)).toMatchObject([
      ['sent', FREE],
      ['read', FREE],
    ]);
  });

  it.each([
    ['offer', 'marketing'],
    ['code', 'authentication'],
  ])('is that of the category of the template %s', async (name, category) => {
    await send(platform, sendBody('template', { name, language: { code: 'en' } }));
    expect((await pricesOf())[0]).toEqual([
      'sent',
      { billable: true, type: 'regular', category, pricing_model: 'PMP' },
    ]);
  });

  it('is nothing for so many service messages a month, in the month of the account', async () => {
    platform.customers.get(ANA.waId).behave('switched_off');
    for (const body of ['one', 'two', 'three']) await sendText(platform, body);
    expect(await pricesOf()).toMatchObject([
      ['sent', FREE],
      ['sent', FREE],
      ['sent', PAID],
    ]);
    // Midnight in São Paulo comes three hours after midnight in UTC.
    clock.advance(14 * HOUR);
    await sendText(platform, 'four');
    expect((await pricesOf())[3]).toMatchObject(['sent', PAID]);
    clock.advance(1.5 * HOUR);
    platform.customers.get(ANA.waId).say('Still there?');
    await sendText(platform, 'five');
    expect((await pricesOf())[4]).toMatchObject(['sent', FREE]);
  });

  it('is absent from a reaction', async () => {
    const wamid = platform.customers.get(ANA.waId).say('Hi');
    await send(platform, sendBody('reaction', { message_id: wamid, emoji: '💚' }));
    expect(await pricesOf()).toEqual([['sent', undefined]]);
  });

  it('is nothing at all after an advertisement, and the end of that stands beside it', async () => {
    const text = { type: 'text', text: { body: 'I saw your ad' } };
    platform.customers.get(ANA.waId).write({ ...text, referral: { source_type: 'ad' } });
    const opensAt = clock();
    await send(platform, sendBody('template', { name: 'offer', language: { code: 'en' } }));
    await platform.idle();
    expect(receiver.statuses()[0]).toMatchObject({
      pricing: { type: 'free_entry_point', category: 'referral_conversion' },
      conversation: {
        expiration_timestamp: String((opensAt + 72 * HOUR) / 1000),
        origin: { type: 'referral_conversion' },
      },
    });
    clock.advance(72 * HOUR);
    await send(platform, sendBody('template', { name: 'offer', language: { code: 'en' } }));
    await platform.idle();
    expect(receiver.statuses().at(-1)).toMatchObject({ status: 'read' });
    expect(receiver.statuses().at(-2)).toMatchObject({ pricing: { type: 'regular' } });
  });
});
