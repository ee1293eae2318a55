import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import type { JsonObject } from '#shared/json.ts';
import { loadMetaOpenApi, type MetaOpenApi } from '../support/meta-openapi.ts';
import {
  ANA,
  callGraph,
  handClock,
  NUMBER,
  send,
  sendBody,
  sendText,
  startQuietPlatform,
} from '../support/practice.ts';
import {
  object,
  objects,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../support/webhook-receiver.ts';

const meta = loadMetaOpenApi();

if (meta === undefined) {
  console.warn(
    'Meta’s OpenAPI file is not at ../shared/meta-openapi, so the practice platform is not checked against it.',
  );
  it.skip('the practice platform speaks as Meta’s OpenAPI file says', () => undefined);
} else {
  describe('against Meta’s OpenAPI file', () => contract(meta));
}

function contract(api: MetaOpenApi): void {
  const PHONE = '/{Version}/{Phone-Number-ID}';
  let receiver: WebhookReceiver;
  let platform: PracticePlatform;

  beforeAll(async () => {
    const clock = handClock();
    receiver = await startWebhookReceiver();
    platform = await startQuietPlatform({
      clock,
      callbackUrl: receiver.url,
      batchSize: 1,
      customers: [{ ...ANA, lastWroteAt: clock() }],
      crowd: true,
    });
  });

  afterAll(async () => {
    await platform.stop();
    await receiver.stop();
  });

  it('the checks can fail: a webhook without entry and a message with a wrong body are found out', () => {
    expect(api.schema('WebhookPayload')({ object: 'whatsapp_business_account' })).not.toEqual([]);
    expect(api.schema('Message')(sendBody('text', { body: 5 }))).not.toEqual([]);
    expect(api.schema('Message')(sendBody('text', { body: 'Hi' }, { surprise: true }))).not.toEqual(
      [],
    );
  });

  it.each([
    ['a text', sendBody('text', { body: 'Hi', preview_url: false })],
    ['an image', sendBody('image', { link: 'https://example.org/a.png', caption: 'Here' })],
    [
      'a location',
      sendBody('location', {
        latitude: '-23.5',
        longitude: '-46.6',
        name: 'Shop',
        address: 'Road 1',
      }),
    ],
    [
      'buttons',
      sendBody('interactive', {
        type: 'button',
        body: { text: 'Sure?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
      }),
    ],
    ['a template', sendBody('template', { name: 'hello', language: { code: 'en_US' } })],
  ])(
    '%s that the platform accepts is one that Meta describes, and so is the answer',
    async (_name, body) => {
      expect(api.schema('Message')(body)).toEqual([]);
      const answer = await send(platform, body);
      expect(answer.status).toBe(200);
      expect(api.schema('MessageResponsePayload')(answer.body)).toEqual([]);
    },
  );

  it('errors come in the envelope Meta describes', async () => {
    const { body } = await sendText(platform, '');
    expect(api.schema('ErrorResponse')(body)).toEqual([]);
  });

  it('read receipts are asked for and answered as described', async () => {
    const wamid = platform.customers.get(ANA.waId).say('Hi');
    const mark = { messaging_product: 'whatsapp', status: 'read', message_id: wamid };
    expect(api.schema('MarkMessageRequestPayload')(mark)).toEqual([]);
    const { body } = await send(platform, mark);
    expect(api.schema('MarkMessageResponsePayload')(body)).toEqual([]);
  });

  it.each([
    [`${NUMBER.wabaId}/phone_numbers`, '/{Version}/{WABA-ID}/phone_numbers'],
    [`${NUMBER.wabaId}/subscribed_apps`, '/{Version}/{WABA-ID}/subscribed_apps'],
    [NUMBER.wabaId, '/{Version}/{WABA-ID}'],
    [NUMBER.phoneNumberId, PHONE],
    [`${NUMBER.phoneNumberId}/message_history?message_id=x`, `${PHONE}/message_history`],
  ])('GET %s answers as described', async (path, operation) => {
    const { status, body } = await callGraph(platform, 'GET', path);
    expect(status).toBe(200);
    expect(api.answer(operation, 'get')(body)).toEqual([]);
  });

  it('webhooks of every kind of message and status are as described', async () => {
    const ana = platform.customers.get(ANA.waId);
    await sendText(platform, 'Hello');
    const [accepted] = platform.accepted;
    const wamid = accepted?.wamid ?? '';
    for (const content of described()) ana.write(content);
    ana.say('A reply', { replyTo: wamid });
    ana.say('Passed on', { forwarded: true });
    ana.react(wamid, '💚');
    ana.behave('not_on_whatsapp');
    await sendText(platform, 'Gone');
    await platform.deliverHistory();
    await platform.idle();

    const check = api.schema('WebhookPayload');
    const messages = receiver.received.filter(({ payload }) =>
      fieldsOf(payload).every((field) => field === 'messages'),
    );
    expect(messages.length).toBeGreaterThan(30);
    const findings = messages.flatMap(({ payload }) =>
      check(payload).length > 0 ? [JSON.stringify(payload)] : [],
    );
    expect(findings).toEqual([]);
  });
}

function described(): ({ type: string } & JsonObject)[] {
  const file = { id: '710000001', mime_type: 'image/png', sha256: 'R2FyZGVu' };
  return [
    { type: 'image', image: { ...file, caption: 'Olá' } },
    { type: 'audio', audio: { ...file, voice: true } },
    { type: 'document', document: { ...file, filename: 'a.pdf' } },
    { type: 'location', location: { latitude: -23.5, longitude: -46.6 } },
    {
      type: 'contacts',
      contacts: [{ name: { formatted_name: 'Clara' }, phones: [{ phone: '+55' }] }],
    },
    {
      type: 'unsupported',
      errors: [
        {
          code: 131051,
          title: 'Unknown',
          message: 'Unknown',
          error_data: { details: 'Not supported.' },
        },
      ],
    },
  ];
}

function fieldsOf(payload: JsonObject): unknown[] {
  return objects(payload['entry']).flatMap((entry) =>
    objects(entry['changes']).map((change) => object(change)['field']),
  );
}
