import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { ANA, NUMBER, sendText, startQuietPlatform } from '../support/practice.ts';
import {
  object,
  objects,
  signatureOf,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../support/webhook-receiver.ts';

let receiver: WebhookReceiver;
let platform: PracticePlatform;

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  platform = await startQuietPlatform({ callbackUrl: receiver.url, batchSize: 1 });
});

afterEach(async () => {
  await platform.stop();
  await receiver.stop();
});

describe('a webhook of the practice platform', () => {
  it('is signed over its raw bytes, which escape everything outside ASCII as Meta does', async () => {
    platform.customers.get(ANA.waId).say('Olá! 🌷 مرحبا https://example.org/ção');
    await platform.idle();

    const [webhook] = receiver.received;
    const raw = webhook?.raw ?? Buffer.alloc(0);
    expect(webhook?.signature).toBe(signatureOf(raw, NUMBER.appSecret));
    expect(raw.toString('latin1')).toContain(
      String.raw`Ol\u00e1! \ud83c\udf37 \u0645\u0631\u062d\u0628\u0627 https:\/\/example.org\/\u00e7\u00e3o`,
    );
    expect(signatureOf(Buffer.from(JSON.stringify(webhook?.payload)), NUMBER.appSecret)).not.toBe(
      webhook?.signature,
    );
    expect(object(receiver.messages()[0]?.['text'])['body']).toBe(
      'Olá! 🌷 مرحبا https://example.org/ção',
    );
  });

  it('names the customer by phone, id and profile', async () => {
    platform.customers.get(ANA.waId).say('Hi');
    await platform.idle();

    const value = object(receiver.changes()[0]?.['value']);
    expect(value['metadata']).toEqual({
      display_phone_number: '551155550142',
      phone_number_id: NUMBER.phoneNumberId,
    });
    expect(value['contacts']).toEqual([
      { profile: { name: ANA.name }, wa_id: ANA.waId, user_id: ANA.bsuid },
    ]);
    expect(receiver.messages()[0]).toMatchObject({ from: ANA.waId, from_user_id: ANA.bsuid });
  });

  it('leaves out the phone of someone with a username who does not share it', async () => {
    const yuki = platform.customers.add({
      waId: '818055550007',
      name: 'ゆき',
      bsuid: 'JP.2000000000000007',
      username: 'yuki.hana',
      sharesPhone: false,
      lastWroteAt: null,
    });
    yuki.say('こんにちは');
    await platform.idle();

    const value = object(receiver.changes()[0]?.['value']);
    expect(value['contacts']).toEqual([
      { profile: { name: 'ゆき', username: 'yuki.hana' }, user_id: 'JP.2000000000000007' },
    ]);
    expect(receiver.received[0]?.raw.toString()).not.toContain('818055550007');
  });

  it('comes again until it is answered with 200', async () => {
    receiver.answerWith(500, 503, 401);
    platform.customers.get(ANA.waId).say('Are you there?');
    await platform.idle();

    expect(platform.webhooks.attempts.map(({ status }) => status)).toEqual([500, 503, 401, 200]);
    expect(new Set(receiver.received.map(({ raw }) => raw.toString())).size).toBe(1);
  });

  it('waits while nobody listens and arrives once somebody does', async () => {
    platform.setCallbackUrl(null);
    platform.customers.get(ANA.waId).say('First');
    platform.customers.get(ANA.waId).say('Second');
    await platform.idle();
    expect(receiver.received).toHaveLength(0);

    platform.setCallbackUrl(receiver.url);
    await platform.idle();
    expect(receiver.messages().map(bodyOf)).toEqual(['First', 'Second']);
  });

  it('can be repeated and shuffled', async () => {
    platform.webhooks.repeat(2);
    platform.webhooks.shuffle(true);
    platform.webhooks.hold();
    const texts = Array.from({ length: 20 }, (_, index) => `Message ${index}`);
    for (const text of texts) platform.customers.get(ANA.waId).say(text);
    platform.webhooks.release();
    await platform.idle();

    const arrived = receiver.messages().map(bodyOf);
    expect(arrived).toHaveLength(40);
    expect(arrived.filter((_, index) => index % 2 === 0)).not.toEqual(texts);
    expect(new Set(arrived)).toEqual(new Set(texts));
  });
});

it('puts what is due at the same time into one webhook', async () => {
  const batching = await startQuietPlatform({ callbackUrl: receiver.url, batchSize: 50 });
  for (let index = 0; index < 60; index += 1) batching.customers.get(ANA.waId).say(`${index}`);
  await batching.idle();
  await batching.stop();

  const sizes = receiver.received.map(
    ({ payload }) => objects(payload['entry']).flatMap((entry) => objects(entry['changes'])).length,
  );
  expect(sizes).toEqual([50, 10]);
});

it('reports each status with the callback data of its message', async () => {
  platform.customers.get(ANA.waId).say('Hello');
  await sendText(platform, 'Welcome!', { biz_opaque_callback_data: 'outbox 7' });
  await platform.idle();

  expect(receiver.statuses().map((status) => status['status'])).toEqual([
    'sent',
    'delivered',
    'read',
  ]);
  for (const status of receiver.statuses()) {
    expect(status).toMatchObject({
      id: platform.accepted[0]?.wamid,
      recipient_id: ANA.waId,
      recipient_user_id: ANA.bsuid,
      biz_opaque_callback_data: 'outbox 7',
    });
  }
  expect(receiver.statuses()[0]?.['pricing']).toEqual({
    billable: false,
    pricing_model: 'PMP',
    type: 'free_customer_service',
    category: 'service',
  });
});

function bodyOf(message: ReturnType<WebhookReceiver['messages']>[number]): unknown {
  return object(message['text'])['body'];
}
