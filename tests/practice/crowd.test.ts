import { describe, expect, it } from 'vitest';
import { createRandom } from '#shared/random.ts';
import { createGeneratedFiles } from '#electron/practice/generated-media/files.ts';
import { personas } from '#electron/practice/crowd/personas.ts';
import { intentOf, replyTo } from '#electron/practice/crowd/replies.ts';
import { openings, type Opening } from '#electron/practice/crowd/script.ts';
import { sendBody, sendText, startQuietPlatform, handClock } from '../support/practice.ts';
import { object, startWebhookReceiver } from '../support/webhook-receiver.ts';

const [ana] = personas;
const files = createGeneratedFiles();

describe('the crowd', () => {
  it('comes by in the same order with the same words for the same seed', () => {
    expect(firstOpenings('spring', 200)).toEqual(firstOpenings('spring', 200));
    expect(firstOpenings('spring', 200)).not.toEqual(firstOpenings('autumn', 200));
  });

  it('first comes by within five seconds, then every 15 to 45', () => {
    const [first = 0, ...later] = firstOpenings('pace', 100).map(({ afterMs }) => afterMs);
    expect(first).toBeGreaterThanOrEqual(3_000);
    expect(first).toBeLessThan(5_000);
    expect(Math.min(...later)).toBeGreaterThanOrEqual(15_000);
    expect(Math.max(...later)).toBeLessThan(45_000);
  });

  it('has about forty people with names, numbers and ids of their own', () => {
    expect(personas.length).toBeGreaterThanOrEqual(40);
    for (const key of ['waId', 'bsuid', 'name'] as const) {
      expect(new Set(personas.map(({ customer }) => customer[key])).size).toBe(personas.length);
    }
    expect(personas.filter(({ customer }) => customer.sharesPhone === false)).toHaveLength(5);
  });

  it('answers in the language it was reached in, and taps buttons it is given', () => {
    const supplies = { random: createRandom('answers'), files };
    const buttons = sendBody('interactive', {
      type: 'button',
      body: { text: 'Confirm?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
    });
    expect(replyTo(buttons, ana.lines, supplies)).toEqual({
      kind: 'message',
      quotes: true,
      content: {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
      },
    });
    const replies = Array.from({ length: 60 }, () =>
      replyTo(sendBody('text', { body: 'Fica R$ 148,00' }), ana.lines, supplies),
    );
    const said = replies
      .flatMap((reply) => (reply.kind === 'message' ? [object(reply.content['text'])['body']] : []))
      .filter((body) => body !== undefined);
    expect(said.length).toBeGreaterThan(20);
    expect(new Set(said)).toEqual(new Set(ana.lines.answers.price));
  });

  it.each([
    ['Fica R$ 148,00.', 'price'],
    ['Wir liefern um 10 Uhr', 'delivery'],
    ['¿De qué color?', 'question'],
    ['ありがとうございます。', 'thanks'],
    ['Bom dia!', 'greeting'],
    ['Tudo certo', 'other'],
  ])('takes "%s" for %s', (body, intent) => {
    expect(intentOf(sendBody('text', { body }))).toBe(intent);
  });

  it('answers what is sent to it, through a signed webhook', async () => {
    const receiver = await startWebhookReceiver();
    const clock = handClock();
    const platform = await startQuietPlatform({
      clock,
      callbackUrl: receiver.url,
      crowd: true,
      customers: [{ ...ana.customer, lastWroteAt: clock() }],
    });
    const to = `+${ana.customer.waId}`;
    for (let turn = 0; turn < 20; turn += 1) {
      await sendText(platform, 'Bom dia!', { to });
      await platform.idle();
    }
    expect(receiver.messages().length).toBeGreaterThan(10);
    for (const message of receiver.messages()) expect(message['from']).toBe(ana.customer.waId);
    await platform.stop();
    await receiver.stop();
  });

  it('comes by unasked when time runs', async () => {
    const receiver = await startWebhookReceiver();
    const platform = await startQuietPlatform({
      callbackUrl: receiver.url,
      crowd: true,
      speed: 0.001,
    });
    await expect.poll(() => receiver.messages().length).toBeGreaterThan(5);
    await platform.stop();
    await receiver.stop();
  });
});

function firstOpenings(seed: string, count: number): Opening[] {
  const script = openings({ random: createRandom(seed), files }, personas);
  return Array.from({ length: count }, () => script.next().value);
}
