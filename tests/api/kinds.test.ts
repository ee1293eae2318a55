import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fieldAt, listAt } from '#shared/json-fields.ts';
import { addMessage } from '../support/store.ts';
import { countMessages, HOUR, NOW, openWindow, PHONE, serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
});

afterEach(() => api.close());

const post = (json: unknown) => api.call('POST', '/messages', { json });

const location = { latitude: -23.55, longitude: -46.63, name: 'Casa Verde' };
const contacts = [
  { name: { formatted_name: 'Ana', first_name: 'Ana' }, phones: [{ phone: '+55 11 9' }] },
];
const interactive = {
  type: 'button',
  body: { text: 'Which?' },
  action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
};
const template = { name: 'order_ready', language: { code: 'en' } };

describe('every kind over the API', () => {
  it.each([
    ['location', location, { ...location, latitude: '-23.55', longitude: '-46.63' }, 'Casa Verde'],
    ['contacts', contacts, contacts, 'Ana'],
    ['interactive', interactive, interactive, 'Which?'],
    ['template', template, template, 'order_ready'],
  ])('%s is queued as an answer and shown as it goes out', async (type, content, shown, text) => {
    const context = { message_id: 'wamid.FIRST' };
    const { status, body } = await post({ to: PHONE, type, [type]: content, context });
    expect({ status, body }).toEqual({
      status: 202,
      body: { id: 2, chat_id: api.chatId, status: 'queued' },
    });
    expect((await api.call('GET', '/messages/2')).body).toMatchObject({
      type,
      [type]: shown,
      text,
      direction: 'outbound',
      reply_to_wamid: 'wamid.FIRST',
      status: 'queued',
      statuses: [],
      reactions: [],
      error: null,
    });
  });

  it.each([
    [{ type: 'location', location: { ...location, colour: 'red' } }, 'location.colour'],
    [{ type: 'location', location: { ...location, latitude: 91 } }, 'location.latitude'],
    [{ type: 'contacts', contacts: [] }, 'contacts'],
    [{ type: 'contacts', contacts: [{ ...contacts[0], shoe_size: 42 }] }, 'contacts.0.shoe_size'],
    [
      { type: 'interactive', interactive: { ...interactive, footer: { text: 'x'.repeat(61) } } },
      'interactive.footer.text',
    ],
    [{ type: 'interactive', interactive: { ...interactive, sparkle: 1 } }, 'interactive.sparkle'],
    [{ type: 'template', template: { name: 'x' } }, 'template.language'],
    [{ type: 'location', location, text: { body: 'x' } }, 'text'],
    [
      { type: 'reaction', reaction: { message_id: 'wamid.FIRST', emoji: '👍' }, context: {} },
      'context',
    ],
  ])('names the field that is wrong: %j', async (message, path) => {
    const { status, body } = await post({ to: PHONE, ...message });
    expect(status).toBe(400);
    expect(listAt(body, 'errors').map((error) => fieldAt(error, 'path'))).toContain(path);
    expect(countMessages(api.store)).toBe(1);
  });

  it('refuses all but templates when the window is closed, before anything is queued', async () => {
    openWindow(api.store, api.chatId, NOW - 24 * HOUR);
    for (const message of [
      { type: 'location', location },
      { type: 'contacts', contacts },
      { type: 'interactive', interactive },
    ]) {
      expect(await post({ to: PHONE, ...message })).toMatchObject({
        status: 409,
        body: { code: 'window_closed' },
      });
    }
    expect(countMessages(api.store)).toBe(1);
    expect((await post({ to: PHONE, type: 'template', template })).status).toBe(202);
  });

  it('begins a chat with somebody new by a template, once', async () => {
    const to = '+5511987654321';
    const first = await post({ to, type: 'template', template });
    expect(first.status).toBe(202);
    const again = await post({ to: '+551187654321', type: 'template', template });
    expect(fieldAt(again.body, 'chat_id')).toBe(fieldAt(first.body, 'chat_id'));
    expect((await api.call('GET', `/chats?query=${encodeURIComponent(to)}`)).body).toMatchObject({
      data: [{ contact: { phone: to }, window_expires_at: null }],
    });
  });

  it('shows reactions, orders and what went wrong', async () => {
    const { store, accountId, chatId } = api;
    const order = {
      catalog_id: 'c',
      product_items: [{ product_retailer_id: 'p', quantity: 1, item_price: 2, currency: 'EUR' }],
    };
    const id = addMessage(store, accountId, chatId, {
      type: 'order',
      wamid: 'wamid.ORDER',
      timestamp: NOW - HOUR,
      payload: JSON.stringify({ type: 'order', order }),
    });
    await post({
      to: PHONE,
      type: 'reaction',
      reaction: { message_id: 'wamid.ORDER', emoji: '👍' },
    });
    expect((await api.call('GET', `/messages/${id}`)).body).toMatchObject({
      order,
      reactions: [{ actor: 'business', emoji: '👍' }],
    });
    const sent = await post({ to: PHONE, type: 'interactive', interactive });
    const sentId = Number(fieldAt(sent.body, 'id'));
    store.write((tx) =>
      tx.run(
        "UPDATE message SET status = 'failed', error_code = 131047, error_title = 'Re-engagement' WHERE id = ?",
        sentId,
      ),
    );
    expect((await api.call('GET', `/messages/${sentId}`)).body).toMatchObject({
      status: 'failed',
      error: { code: 131047, advice: expect.stringMatching(/\w{4}/u) as unknown },
    });
  });
});
