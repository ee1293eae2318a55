import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGeneratedFiles } from '#electron/practice/generated-media/files.ts';
import { personas } from '#electron/practice/crowd/personas.ts';
import { replyTo } from '#electron/practice/crowd/replies.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import { createRandom } from '#shared/random.ts';
import { send, sendBody, startQuietPlatform } from '../support/practice.ts';
import { object } from '../support/webhook-receiver.ts';

const body = { text: 'Which one?' };
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (...all: JsonObject[]): JsonObject => ({
  type: 'button',
  body,
  action: { buttons: all },
});
const row = (id: string) => ({ id, title: `Row ${id}` });

describe('the platform', () => {
  let platform: PracticePlatform;

  beforeEach(async () => {
    platform = await startQuietPlatform();
  });

  afterEach(() => platform.stop());

  /** Source: meta-platform §4: missing is 131008, a wrong value 131009, what does not belong there 100. */
  it.each<[string, string, Json, number, RegExp]>([
    [
      'no buttons',
      'interactive',
      { type: 'button', body, action: {} },
      131008,
      /buttons is required/,
    ],
    [
      'four buttons',
      'interactive',
      buttons(reply('1', 'A'), reply('2', 'B'), reply('3', 'C'), reply('4', 'D')),
      131009,
      /at most 3 buttons/,
    ],
    [
      'two buttons of one title',
      'interactive',
      buttons(reply('1', 'A'), reply('2', 'A')),
      131009,
      /same title/,
    ],
    [
      'a long title',
      'interactive',
      buttons(reply('1', 'x'.repeat(21))),
      100,
      /reply\.title.*at most 20/,
    ],
    [
      'an unknown field',
      'interactive',
      { ...buttons(reply('1', 'A')), colour: 'red' },
      100,
      /Unexpected key "colour"/,
    ],
    [
      'eleven rows',
      'interactive',
      {
        type: 'list',
        body,
        action: {
          button: 'Open',
          sections: [{ rows: Array.from({ length: 11 }, (_, n) => row(String(n))) }],
        },
      },
      131009,
      /at most 10/,
    ],
    [
      'a link that is none',
      'interactive',
      {
        type: 'cta_url',
        body,
        action: { name: 'cta_url', parameters: { display_text: 'Go', url: 'nowhere' } },
      },
      131009,
      /web address/,
    ],
    [
      'a list of products without a heading',
      'interactive',
      { type: 'product_list', body, action: { catalog_id: 'c', sections: [] } },
      131008,
      /header is required/,
    ],
    [
      'a carousel of one card',
      'interactive',
      { type: 'carousel', body, action: { cards: [] } },
      131009,
      /at least 2 cards/,
    ],
    ['no latitude', 'location', { longitude: '1' }, 131008, /latitude is required/],
    ['a place that is nowhere', 'location', { latitude: 91, longitude: 1 }, 131009, /-90 and 90/],
    ['no cards', 'contacts', [], 131009, /at least one contact card/],
    [
      'a card without a name',
      'contacts',
      [{ phones: [{ phone: '+1 2 3' }] }],
      131008,
      /name is required/,
    ],
    [
      'an empty parameter',
      'template',
      {
        name: 'a',
        language: { code: 'en' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: '' }] }],
      },
      131009,
      /parameter of the template is missing/,
    ],
  ])('refuses %s as Meta does', async (_what, type, content, code, details) => {
    const { status, body: answer } = await send(platform, sendBody(type, content));
    expect(status).toBe(400);
    const error = object(answer['error']);
    expect(error['code']).toBe(code);
    expect(object(error['error_data'])['details']).toMatch(details);
    expect(platform.accepted).toEqual([]);
  });
});

describe('a customer who is asked', () => {
  const [ana] = personas;
  const supplies = { random: createRandom('asked'), files: createGeneratedFiles() };
  const answer = (interactive: JsonObject) =>
    replyTo(sendBody('interactive', interactive), ana.lines, supplies);

  it.each<[string, JsonObject, object]>([
    [
      'taps a button',
      buttons(reply('y', 'Yes')),
      { type: 'interactive', interactive: { button_reply: { id: 'y', title: 'Yes' } } },
    ],
    [
      'chooses from a list',
      {
        type: 'list',
        body,
        action: { button: 'Open', sections: [{ rows: [{ ...row('7'), description: 'Late' }] }] },
      },
      {
        type: 'interactive',
        interactive: { list_reply: { id: '7', title: 'Row 7', description: 'Late' } },
      },
    ],
    [
      'sends where they are',
      { type: 'location_request_message', body, action: { name: 'send_location' } },
      { type: 'location', location: { latitude: expect.any(Number) as unknown } },
    ],
    [
      'sends a contact',
      { type: 'request_contact_info', body, action: { name: 'request_contact_info' } },
      { type: 'contacts' },
    ],
    [
      'fills in a form',
      { type: 'flow', body, action: { name: 'flow' } },
      { type: 'interactive', interactive: { type: 'nfm_reply' } },
    ],
    [
      'taps a card',
      {
        type: 'carousel',
        body,
        action: {
          cards: [
            {
              action: {
                buttons: [{ type: 'quick_reply', quick_reply: { id: 'c', title: 'This' } }],
              },
            },
          ],
        },
      },
      { type: 'interactive', interactive: { button_reply: { id: 'c', title: 'This' } } },
    ],
  ])('%s, as an answer to that very message', (_what, question, content) => {
    expect(answer(question)).toMatchObject({ kind: 'message', quotes: true, content });
  });
});
