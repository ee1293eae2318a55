import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { handClock, sendBody, send, sendText, startQuietPlatform } from '../support/practice.ts';
import type { GraphAnswer } from '../support/practice.ts';
import { object, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

let receiver: WebhookReceiver;
let platform: PracticePlatform;

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  platform = await startQuietPlatform({ clock: handClock(), callbackUrl: receiver.url });
});

afterEach(async () => {
  await platform.stop();
  await receiver.stop();
});

const template = { name: 'offer', language: { code: 'en' } };

function sendTemplate(to: string): Promise<GraphAnswer> {
  return send(platform, sendBody('template', template, { to }));
}

function codeOf({ body }: GraphAnswer): unknown {
  return object(body['error'])['code'] ?? null;
}

describe('a number that rehearses an error', () => {
  it('refuses with the code that stands in it, with the HTTP status that Meta gives it', async () => {
    const undeliverable = await sendText(platform, 'Hi', { to: '+88810131026001' });
    const notEligible = await sendTemplate('+888 1 0134102 999');
    expect([codeOf(undeliverable), undeliverable.status]).toEqual([131026, 400]);
    expect([codeOf(notEligible), notEligible.status]).toEqual([134102, 500]);
    expect(platform.accepted).toHaveLength(0);
  });

  it('takes the message and reports the failure later', async () => {
    expect((await sendTemplate('+88820131049001')).status).toBe(200);
    await platform.idle();
    expect(receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131049 }] }]);
  });

  it('refuses each person once, and takes the message then', async () => {
    const codes = [];
    for (const to of ['+88830131016001', '+88830131016001', '+88830131016002']) {
      codes.push(codeOf(await sendTemplate(to)));
    }
    expect(codes).toEqual([131016, null, 131016]);
  });

  it('is nobody else: any other number behaves as a person', async () => {
    expect(codeOf(await sendTemplate('+88840131026001'))).toBeNull();
    expect(codeOf(await sendTemplate('+8881013102600'))).toBeNull();
  });
});
