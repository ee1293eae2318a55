import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { ANA, handClock, NUMBER, sendText, startQuietPlatform } from '../support/practice.ts';
import { object, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

let receiver: WebhookReceiver;
let platform: PracticePlatform;

beforeEach(async () => {
  const clock = handClock();
  receiver = await startWebhookReceiver();
  platform = await startQuietPlatform({
    clock,
    callbackUrl: receiver.url,
    customers: [{ ...ANA, lastWroteAt: clock() }],
  });
});

afterEach(async () => {
  await platform.stop();
  await receiver.stop();
});

describe('a planned fault', () => {
  it('answers with any error of Meta, as often as asked', async () => {
    platform.faults.next({ kind: 'error', code: 131056 }, { times: 2 });
    const codes = [];
    for (let turn = 0; turn < 3; turn += 1) {
      codes.push(object((await sendText(platform, 'Hi')).body['error'])['code']);
    }
    expect(codes).toEqual([131056, 131056, undefined]);
    expect(platform.accepted).toHaveLength(1);
  });

  it('answers with a page instead of JSON', async () => {
    platform.faults.next({ kind: 'http', status: 502, retryAfterS: 3 });
    const response = await post();
    expect([response.status, response.headers.get('retry-after')]).toEqual([502, '3']);
    expect(await response.text()).toContain('<h1>');
  });

  it.each(['hang_after_accepting', 'drop_after_accepting'] as const)(
    '%s leaves the sender without an answer although the message is on its way',
    async (kind) => {
      platform.faults.next({ kind });
      const giveUp = new AbortController();
      const attempt = post('ambiguous', giveUp.signal);
      attempt.catch(() => giveUp.abort());
      await expect.poll(() => platform.accepted.length).toBe(1);
      giveUp.abort();
      await expect(attempt).rejects.toThrow();

      await platform.idle();
      expect(receiver.statuses()[0]).toMatchObject({
        status: 'sent',
        biz_opaque_callback_data: 'ambiguous',
      });
    },
  );

  it('drops the connection before anything is accepted', async () => {
    platform.faults.next({ kind: 'drop_before_accepting' });
    await expect(post()).rejects.toThrow();
    expect(platform.accepted).toHaveLength(0);
  });

  it('breaks the answer off after accepting', async () => {
    platform.faults.next({ kind: 'broken_answer_after_accepting' });
    const response = await post();
    await expect(response.json()).rejects.toThrow();
    expect(platform.accepted).toHaveLength(1);
  });

  it('lets a message fail later', async () => {
    platform.faults.next({ kind: 'failed_status', code: 131026 });
    expect((await sendText(platform, 'Hi')).status).toBe(200);
    await platform.idle();
    expect(receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131026 }] }]);
  });

  it('meets only the kind of request it was planned for', async () => {
    platform.faults.next({ kind: 'error', code: 131053 }, { target: 'upload' });
    expect((await sendText(platform, 'Hi')).status).toBe(200);
  });
});

it('calls the journal before the sender has its answer', async () => {
  const journal: string[] = [];
  const journaling = await startQuietPlatform({
    onAccepted: ({ callbackData }) => journal.push(`accepted ${callbackData}`),
  });
  await sendText(journaling, 'Hi', { biz_opaque_callback_data: 'first' });
  journal.push('answered');
  expect(journal).toEqual(['accepted first', 'answered']);
  await journaling.stop();
});

function post(callbackData = 'x', signal?: AbortSignal): Promise<Response> {
  return fetch(`${platform.url}/v23.0/${NUMBER.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${NUMBER.accessToken}` },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: `+${ANA.waId}`,
      type: 'text',
      text: { body: 'Hi' },
      biz_opaque_callback_data: callbackData,
    }),
    ...(signal !== undefined && { signal }),
  });
}
