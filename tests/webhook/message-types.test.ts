import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/json.ts';
import { textAt } from '#shared/json-fields.ts';
import { openWayIn } from '../support/way-in.ts';
import type { Row } from '../support/way-in.ts';
import { ANA, MONDAY, messageDelivery } from '../support/webhooks.ts';

interface Case {
  readonly fields: JsonObject;
  readonly type: string;
  readonly body: string;
  readonly opensWindow: boolean;
  readonly isUnread?: boolean;
  readonly media?: Row;
}

const FILE = { id: '1003383421387256', sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=' };

function media(fields: Row = {}): Row {
  return {
    meta_media_id: FILE.id,
    mime_type: null,
    filename: null,
    is_voice: 0,
    state: 'wanted',
    meta_expires_at: (MONDAY + 7 * 86_400) * 1_000,
    ...fields,
  };
}

function answer(interactive: JsonObject): JsonObject {
  return { type: 'interactive', interactive };
}

const CASES: Readonly<Record<string, Case>> = {
  text: {
    fields: { type: 'text', text: { body: 'Olá' } },
    type: 'text',
    body: 'Olá',
    opensWindow: true,
  },
  image: {
    fields: { type: 'image', image: { ...FILE, mime_type: 'image/jpeg', caption: 'Blue' } },
    type: 'image',
    body: 'Blue',
    opensWindow: true,
    media: media({ mime_type: 'image/jpeg' }),
  },
  video: {
    fields: { type: 'video', video: FILE },
    type: 'video',
    body: '',
    opensWindow: true,
    media: media(),
  },
  'voice note': {
    fields: { type: 'audio', audio: { ...FILE, mime_type: 'audio/ogg; codecs=opus', voice: true } },
    type: 'audio',
    body: '',
    opensWindow: true,
    media: media({ mime_type: 'audio/ogg; codecs=opus', is_voice: 1 }),
  },
  document: {
    fields: { type: 'document', document: { ...FILE, filename: 'menu.pdf', caption: 'Menu' } },
    type: 'document',
    body: 'Menu',
    opensWindow: true,
    media: media({ filename: 'menu.pdf' }),
  },
  sticker: {
    fields: { type: 'sticker', sticker: { ...FILE, animated: true } },
    type: 'sticker',
    body: '',
    opensWindow: true,
    media: media(),
  },
  location: {
    fields: { type: 'location', location: { latitude: 1, longitude: 2, name: 'Beach' } },
    type: 'location',
    body: 'Beach',
    opensWindow: true,
  },
  contacts: {
    fields: { type: 'contacts', contacts: [{ name: { formatted_name: 'Lucía' } }] },
    type: 'contacts',
    body: 'Lucía',
    opensWindow: true,
  },
  'button reply': {
    fields: answer({ type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } }),
    type: 'interactive',
    body: 'Yes',
    opensWindow: true,
  },
  'list reply': {
    fields: answer({ type: 'list_reply', list_reply: { id: 'mon', title: 'Monday' } }),
    type: 'interactive',
    body: 'Monday',
    opensWindow: true,
  },
  'flow reply': {
    fields: answer({ type: 'nfm_reply', nfm_reply: { response_json: '{"day":"Monday"}' } }),
    type: 'interactive',
    body: 'day: Monday',
    opensWindow: true,
  },
  'shared product': {
    fields: answer({ type: 'product', product: { product_retailer_id: 'di9ozbzfi4' } }),
    type: 'interactive',
    body: '',
    opensWindow: true,
  },
  'permission to call': {
    fields: answer({ call_permission_reply: { response: 'reject' } }),
    type: 'system',
    body: 'Does not want to be called',
    opensWindow: false,
    isUnread: false,
  },
  'template button': {
    fields: { type: 'button', button: { text: 'Confirm', payload: 'CONFIRM' } },
    type: 'button',
    body: 'Confirm',
    opensWindow: true,
  },
  order: {
    fields: {
      type: 'order',
      order: { product_items: [{ quantity: 3, item_price: 10, currency: 'EUR' }] },
    },
    type: 'order',
    body: '3 items · 30.00 EUR',
    opensWindow: true,
  },
  'changed security code': {
    fields: { type: 'system', system: { type: 'customer_identity_changed', identity: {} } },
    type: 'system',
    body: 'Their security code has changed',
    opensWindow: false,
    isUnread: false,
  },
  unsupported: {
    fields: { type: 'unsupported', unsupported: { type: 'poll_creation' } },
    type: 'unknown',
    body: '',
    opensWindow: false,
  },
  'a type of tomorrow': {
    fields: { type: 'hologram', hologram: { id: '9' } },
    type: 'unknown',
    body: '',
    opensWindow: false,
  },
  'nothing but errors': {
    fields: { type: 'errors', errors: [{ code: 131_051 }] },
    type: 'unknown',
    body: '',
    opensWindow: false,
  },
};

describe('each type of message', () => {
  it.each(Object.entries(CASES))('%s is stored whole', async (_name, expected) => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA, { id: 'wamid.1', ...expected.fields }));
    const stored = wayIn.row(`SELECT m.type, m.body, m.direction, m.origin, m.status, m.timestamp,
      json_extract(m.payload, '$.' || json_extract(m.payload, '$.type')) AS content,
      v.window_opened_at, v.unread_count, v.last_message_at, l.state
      FROM message m JOIN conversation v ON v.id = m.conversation_id, webhook_log l`);
    const type = textAt(expected.fields, 'type') ?? '';
    expect(stored).toEqual({
      type: expected.type,
      body: expected.body,
      direction: 'inbound',
      origin: 'customer',
      status: 'received',
      timestamp: MONDAY * 1_000,
      content: JSON.stringify(expected.fields[type]),
      window_opened_at: expected.opensWindow ? MONDAY * 1_000 : null,
      unread_count: expected.isUnread === false ? 0 : 1,
      last_message_at: MONDAY * 1_000,
      state: 'processed',
    });
    expect(
      wayIn.row(
        'SELECT meta_media_id, mime_type, filename, is_voice, state, meta_expires_at FROM media',
      ),
    ).toEqual(expected.media);
  });

  it('takes what hangs on any of them: a quote, a forward and an advertisement', async () => {
    const wayIn = openWayIn();
    const referral = { source_type: 'ad', source_id: '120226305854810726' };
    await wayIn.receive(
      messageDelivery(ANA, { context: { id: 'wamid.Q', forwarded: true }, referral }),
    );
    expect(wayIn.row('SELECT reply_to_wamid, is_forwarded FROM message')).toEqual({
      reply_to_wamid: 'wamid.Q',
      is_forwarded: 1,
    });
    expect(wayIn.row('SELECT referral, referral_at FROM conversation')).toEqual({
      referral: JSON.stringify(referral),
      referral_at: MONDAY * 1_000,
    });
  });

  it('ignores the retired welcome request', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA, { type: 'request_welcome' }));
    expect(wayIn.rows('SELECT 1 FROM message')).toEqual([]);
    expect(wayIn.row('SELECT state FROM webhook_log')).toEqual({ state: 'processed' });
  });
});
