import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import type { MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import { systemClock } from '#electron/clock.ts';
import { messageBody } from '#electron/graph/messages.ts';
import { claimBatch } from '#electron/sending/claiming.ts';
import { sendMessage } from '#electron/sending/compose.ts';
import type { OutgoingType } from '#electron/sending/compose.ts';
import { findMessage } from '#electron/store/messages.ts';
import { indexSome } from '#electron/store/search-index.ts';
import { searchMessages } from '#electron/store/search-messages.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import { MessageItem } from '../../renderer/features/inbox/message/MessageItem.tsx';
import { requestSchema } from '../support/meta-openapi.ts';
import { withUploadedFiles } from '../support/practice-files.ts';
import { openWindow, sendingWorld } from '../support/sending.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';
import { openWayIn } from '../support/way-in.ts';
import { ANA, delivery, messageDelivery, numberChange } from '../support/webhooks.ts';

const FILE = { id: '1003383421387256', sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=' };

interface Inbound {
  readonly name: string;
  readonly fields: JsonObject;
  /** Its words; empty where the message has none. */
  readonly text: string;
  /** What it is found by beside them: file names, numbers, descriptions. */
  readonly finds?: readonly string[];
  /** What the reader sees of it. */
  readonly shows: string;
}

function answered(interactive: JsonObject): JsonObject {
  return { type: 'interactive', interactive, context: { id: 'wamid.Q', from: '15550783881' } };
}

/** Source: meta-platform §2.4. */
const INBOUND: readonly Inbound[] = [
  {
    name: 'text',
    fields: { type: 'text', text: { body: '*Olá*, aberto?' } },
    text: '*Olá*, aberto?',
    shows: '<strong>Olá</strong>',
  },
  {
    name: 'image',
    fields: { type: 'image', image: { ...FILE, mime_type: 'image/jpeg', caption: 'Blue one' } },
    text: 'Blue one',
    shows: 'Blue one',
  },
  {
    name: 'video',
    fields: { type: 'video', video: { ...FILE, mime_type: 'video/mp4', caption: 'Garden' } },
    text: 'Garden',
    shows: 'Garden',
  },
  {
    name: 'voice note',
    fields: { type: 'audio', audio: { ...FILE, mime_type: 'audio/ogg; codecs=opus', voice: true } },
    text: '',
    shows: 'Voice message',
  },
  {
    name: 'audio file',
    fields: { type: 'audio', audio: { ...FILE, mime_type: 'audio/mpeg', voice: false } },
    text: '',
    shows: 'Audio file',
  },
  {
    name: 'document',
    fields: {
      type: 'document',
      document: { ...FILE, mime_type: 'application/pdf', filename: 'Menu.pdf', caption: 'Today' },
    },
    text: 'Today',
    finds: ['Menu'],
    shows: 'Menu.pdf',
  },
  {
    name: 'sticker',
    fields: { type: 'sticker', sticker: { ...FILE, mime_type: 'image/webp', animated: true } },
    text: '',
    shows: 'Sticker',
  },
  {
    name: 'location',
    fields: {
      type: 'location',
      location: { latitude: -23.5, longitude: -46.6, name: 'Beach bar', address: 'Praia 1' },
    },
    text: 'Beach bar',
    finds: ['Praia'],
    shows: 'openstreetmap.org/?mlat=-23.5',
  },
  {
    name: 'contacts',
    fields: {
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Joana Prado', first_name: 'Joana' },
          phones: [{ phone: '+55 11 95555 0142', wa_id: '5511955550142', type: 'CELL' }],
          org: { company: 'Prado Eventos' },
        },
      ],
    },
    text: 'Joana Prado',
    finds: ['Eventos', '95555'],
    shows: 'Copy +55 11 95555 0142',
  },
  {
    name: 'button reply',
    fields: answered({ type: 'button_reply', button_reply: { id: 'yes', title: 'Yes, please' } }),
    text: 'Yes, please',
    shows: 'Yes, please',
  },
  {
    name: 'list reply',
    fields: answered({
      type: 'list_reply',
      list_reply: { id: 'mon', title: 'Monday', description: '10 to 12' },
    }),
    text: 'Monday',
    finds: ['10 to 12'],
    shows: '10 to 12',
  },
  {
    name: 'flow answer',
    fields: answered({
      type: 'nfm_reply',
      nfm_reply: {
        name: 'flow',
        body: 'Sent',
        response_json: '{"flow_token":"t","guests":"120","colour":"sage"}',
      },
    }),
    text: 'guests: 120 · colour: sage',
    finds: ['sage'],
    shows: '<dt dir="auto">guests</dt><dd dir="auto">120</dd>',
  },
  {
    name: 'address answer',
    fields: answered({
      type: 'nfm_reply',
      nfm_reply: { name: 'address_message', body: 'Rua 1', response_json: '{"city":"Lisboa"}' },
    }),
    text: 'city: Lisboa',
    shows: 'Lisboa',
  },
  {
    name: 'answer about calls',
    fields: answered({
      type: 'call_permission_reply',
      call_permission_reply: { response: 'accept', response_source: 'user_action' },
    }),
    text: 'Allowed you to call them',
    shows: 'Allowed you to call them',
  },
  {
    name: 'shared product',
    fields: {
      type: 'interactive',
      interactive: { type: 'product', product: { catalog_id: 'c', product_retailer_id: 'vase-1' } },
    },
    text: '',
    finds: ['vase-1'],
    shows: 'vase-1',
  },
  {
    name: 'template quick reply',
    fields: { type: 'button', button: { payload: 'STOP-NEWS', text: 'No more news' } },
    text: 'No more news',
    shows: 'No more news',
  },
  {
    name: 'order',
    fields: {
      type: 'order',
      order: {
        catalog_id: 'c',
        text: 'Ring twice',
        product_items: [
          { product_retailer_id: 'peony', quantity: 2, item_price: 24.5, currency: 'EUR' },
          { product_retailer_id: 'vase', quantity: 1, item_price: 10, currency: 'USD' },
        ],
      },
    },
    text: '3 items · 49.00 EUR · 10.00 USD · Ring twice',
    finds: ['peony', 'twice'],
    shows: '€49.00',
  },
  {
    name: 'changed number',
    fields: {
      type: 'system',
      system: { type: 'user_changed_number', body: 'Ana changed number', wa_id: '16505559999' },
    },
    text: 'Ana changed number',
    shows: 'Ana changed number',
  },
  {
    name: 'changed security code',
    fields: {
      type: 'system',
      system: { type: 'customer_identity_changed', body: 'New security code' },
    },
    text: 'New security code',
    shows: 'New security code',
  },
  {
    name: 'changed user id',
    fields: {
      type: 'system',
      system: {
        type: 'user_changed_user_id',
        body: 'Ana changed their account',
        user_id: 'US.2',
        previous_user_id: 'US.13491208655302741918',
      },
    },
    text: 'Ana changed their account',
    shows: 'Ana changed their account',
  },
  {
    name: 'security code, as it is called since',
    fields: {
      type: 'system',
      system: { type: 'user_identity_changed', body: 'Other security code' },
    },
    text: 'Other security code',
    shows: 'Other security code',
  },
  {
    name: 'own contact, asked for',
    fields: {
      type: 'contacts',
      contacts: [{ origin: 'contact_request', phones: [{ phone: '+16505551234' }] }],
      context: { id: 'wamid.Q', from: '15550783881' },
    },
    text: '+16505551234',
    finds: ['16505551234'],
    shows: 'Copy +16505551234',
  },
  {
    name: 'unsupported',
    fields: {
      type: 'unsupported',
      unsupported: { type: 'poll_creation' },
      errors: [{ code: 131051, title: 'Message type unknown' }],
    },
    text: '',
    shows: 'Kind: poll_creation',
  },
  {
    name: 'a type of tomorrow',
    fields: { type: 'hologram', hologram: { layers: 3 } },
    text: '',
    shows: 'hologram',
  },
  {
    name: 'from an ad, forwarded many times, about a product',
    fields: {
      type: 'text',
      text: { body: 'How much?' },
      referral: { source_type: 'ad', headline: 'Spring', source_url: 'https://fb.example/1' },
      context: {
        frequently_forwarded: true,
        referred_product: { catalog_id: 'c', product_retailer_id: 'rose-9' },
      },
    },
    text: 'How much?',
    shows: 'Forwarded many times</p><p',
  },
];

interface Outbound {
  readonly name: string;
  readonly type: OutgoingType;
  readonly content: Json;
  readonly shows: string;
  readonly finds: readonly string[];
  /** Meta's description would refuse it, which is proven too. */
  readonly uncovered?: 'newer than the file' | 'the file forgets the file name';
}

function question(type: string, action: JsonObject, more: JsonObject = {}): Json {
  return { type, body: { text: 'Which one?' }, action, ...more };
}

/** Source: meta-platform §1.3, §1.4, §1.5. */
const OUTBOUND: readonly Outbound[] = [
  {
    name: 'text',
    type: 'text',
    content: { body: '_Yes_, until six', preview_url: false },
    shows: '<em>Yes</em>',
    finds: ['until'],
  },
  {
    name: 'image',
    type: 'image',
    content: { id: '1', caption: 'Look' },
    shows: 'Look',
    finds: ['Look'],
  },
  {
    name: 'video',
    type: 'video',
    content: { id: '1', caption: 'Play' },
    shows: 'Play',
    finds: ['Play'],
  },
  { name: 'audio', type: 'audio', content: { id: '1' }, shows: 'Audio file', finds: [] },
  {
    name: 'document',
    type: 'document',
    content: { id: '1', caption: 'Bill', filename: 'bill.pdf' },
    shows: 'bill.pdf',
    finds: ['Bill', 'bill.pdf'],
    uncovered: 'the file forgets the file name',
  },
  { name: 'sticker', type: 'sticker', content: { id: '1' }, shows: 'Sticker', finds: [] },
  {
    name: 'location',
    type: 'location',
    content: { latitude: '-23.5', longitude: '-46.6', name: 'Shop', address: 'Road 1' },
    shows: 'Road 1',
    finds: ['Shop', 'Road 1'],
  },
  {
    name: 'contacts',
    type: 'contacts',
    content: [
      {
        name: { formatted_name: 'Ana Lima', first_name: 'Ana' },
        phones: [{ phone: '+55 11 95555 0142', type: 'HOME' }],
      },
    ],
    shows: 'Ana Lima',
    finds: ['Lima', '95555'],
  },
  {
    name: 'buttons',
    type: 'interactive',
    content: question('button', {
      buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }],
    }),
    shows: '<span dir="auto">Yes</span>',
    finds: ['Which one', 'Yes'],
  },
  {
    name: 'list',
    type: 'interactive',
    content: question('list', {
      button: 'See all',
      sections: [{ title: 'Early', rows: [{ id: 'm', title: 'Monday', description: 'From ten' }] }],
    }),
    shows: 'From ten',
    finds: ['Which one', 'See all', 'Early', 'Monday', 'From ten'],
  },
  {
    name: 'link button',
    type: 'interactive',
    content: question('cta_url', {
      name: 'cta_url',
      parameters: { display_text: 'Pay here', url: 'https://pay.example/1' },
    }),
    shows: 'href="https://pay.example/1"',
    finds: ['Which one', 'Pay here'],
    uncovered: 'newer than the file',
  },
  {
    name: 'flow',
    type: 'interactive',
    content: question('flow', {
      name: 'flow',
      parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Book a table' },
    }),
    shows: 'Book a table',
    finds: ['Which one', 'Book a table'],
  },
  {
    name: 'product',
    type: 'interactive',
    content: question('product', { catalog_id: 'c', product_retailer_id: 'vase-1' }),
    shows: 'vase-1',
    finds: ['Which one', 'vase-1'],
  },
  {
    name: 'product list',
    type: 'interactive',
    content: question(
      'product_list',
      {
        catalog_id: 'c',
        sections: [{ title: 'Vases', product_items: [{ product_retailer_id: 'vase-2' }] }],
      },
      { header: { type: 'text', text: 'For you' } },
    ),
    shows: 'vase-2',
    finds: ['For you', 'Vases', 'vase-2'],
  },
  {
    name: 'catalog',
    type: 'interactive',
    content: question('catalog_message', {
      name: 'catalog_message',
      parameters: { thumbnail_product_retailer_id: 'vase-1' },
    }),
    shows: 'View the catalog',
    finds: ['Which one'],
  },
  {
    name: 'request for a location',
    type: 'interactive',
    content: question('location_request_message', { name: 'send_location' }),
    shows: 'Send location',
    finds: ['Which one'],
    uncovered: 'newer than the file',
  },
  {
    name: 'request for a contact',
    type: 'interactive',
    content: question('request_contact_info', { name: 'request_contact_info' }),
    shows: 'Share contact',
    finds: ['Which one'],
    uncovered: 'newer than the file',
  },
  {
    name: 'carousel',
    type: 'interactive',
    content: question('carousel', {
      cards: [0, 1].map((index) => ({
        card_index: index,
        type: 'cta_url',
        header: { type: 'image', image: { link: 'https://a.example/1.png' } },
        body: { text: `Card ${index}` },
        action: {
          name: 'cta_url',
          parameters: { display_text: `Open ${index}`, url: 'https://a.example/' },
        },
      })),
    }),
    shows: 'aria-label="Card 2 of 2"',
    finds: ['Which one', 'Card 1', 'Open 1'],
    uncovered: 'newer than the file',
  },
  {
    name: 'invitation to call',
    type: 'interactive',
    content: question('voice_call', {
      name: 'voice_call',
      parameters: { display_text: 'Call the shop' },
    }),
    shows: 'Call the shop',
    finds: ['Which one', 'Call the shop'],
    uncovered: 'newer than the file',
  },
  {
    name: 'template',
    type: 'template',
    content: {
      name: 'order_ready',
      language: { code: 'en' },
      components: [
        { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] },
        { type: 'body', parameters: [{ type: 'text', text: 'Ana' }] },
      ],
    },
    shows: 'order_ready',
    finds: ['order_ready', 'Ana'],
  },
];

beforeAll(startI18n);

/** What is drawn, and the name under which a screen reader finds it. */
function drawn(message: Message | undefined): { readonly html: string; readonly name: string } {
  if (message === undefined) throw new Error('The message is not in its thread.');
  const html = renderToStaticMarkup(
    createElement(MessageItem, {
      message,
      startsDay: false,
      startsRun: true,
      isLast: true,
      contactName: 'Ana',
      isTabStop: true,
    }),
  );
  const label = /<article[^>]*aria-label="([^"]*)"/u.exec(html)?.[1];
  const words = /<article[^>]*>(.*)<\/article>/su.exec(html)?.[1]?.replaceAll(/<[^>]*>/gu, '');
  return { html, name: label ?? words ?? '' };
}

describe('every kind of message that comes in', () => {
  it.each(INBOUND)('$name is stored, found and shown', async ({ fields, text, shows, finds }) => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA, fields));
    const stored = wayIn.row('SELECT id, body, payload FROM message');
    expect(stored).toMatchObject({ body: text });
    expect(parseJson(String(stored?.['payload']))).toMatchObject(fields);
    const sought = [...(/\p{L}{4,}/u.exec(text) ?? []), ...(finds ?? [])];
    for (const words of sought) expect(found(wayIn.store, words), words).toEqual([stored?.['id']]);
    const { html, name } = drawn(findOnly(wayIn.store));
    expect(html).toContain(shows);
    expect(name).toMatch(/\p{L}{2}/u);
  });

  it('a reaction stands on its message and is no message of its own', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      messageDelivery(ANA, { id: 'wamid.M' }),
      messageDelivery(ANA, { type: 'reaction', reaction: { message_id: 'wamid.M', emoji: '🌸' } }),
    );
    expect(drawn(findOnly(wayIn.store)).html).toContain('Ana reacted with 🌸');
  });

  it('an edit shows the new words and keeps the first; a deletion shows neither', async () => {
    const wayIn = openWayIn();
    const edited = { type: 'text', text: { body: 'At seven' }, context: { id: 'M0' } };
    await wayIn.receive(
      messageDelivery(ANA, { id: 'wamid.M', type: 'text', text: { body: 'At six' } }),
      messageDelivery(ANA, {
        type: 'edit',
        edit: { original_message_id: 'wamid.M', message: edited },
      }),
    );
    const { html } = drawn(findOnly(wayIn.store));
    expect(html).toContain('At seven');
    expect(html).toMatch(/<details.*What it said at first.*At six.*<\/details>/su);
    await wayIn.receive(
      messageDelivery(ANA, { type: 'revoke', revoke: { original_message_id: 'wamid.M' } }),
    );
    const deleted = drawn(findOnly(wayIn.store));
    expect(deleted.html).toContain('This message was deleted');
    expect(deleted.html).not.toMatch(/At six|At seven/u);
  });

  it('a missed call is a note in the thread', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      delivery(
        numberChange('calls', {
          calls: [
            {
              id: 'wacid.1',
              from: ANA.waId ?? '',
              to: '15550783881',
              event: 'terminate',
              direction: 'USER_INITIATED',
              timestamp: '1793610000',
              status: 'FAILED',
            },
          ],
        }),
      ),
    );
    expect(drawn(findOnly(wayIn.store)).html).toContain('Missed call');
  });
});

describe('every kind of message that goes out', () => {
  const check = requestSchema('messages');

  it.each(OUTBOUND)(
    '$name leaves over HTTP as Meta documents it, and is stored, found and shown',
    async ({ type, content, shows, finds, uncovered }) => {
      const { store, chats, platform } = await sendingWorld({ chats: 1 });
      const given = await withUploadedFiles(platform, type, content);
      const id = sendMessage(
        { store, clock: systemClock },
        { chatId: chats[0] ?? asId(0), type, content: given, replyToWamid: null },
      );
      await vi.waitFor(() => expect(platform.accepted).toHaveLength(1), { timeout: 20_000 });
      const { recipient, body = {} } = platform.accepted[0] ?? {};
      const { biz_opaque_callback_data: ownId, ...documented } = body;
      expect(ownId).toMatch(/^[0-9a-f-]{36}$/u);
      expect(documented).toEqual({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: recipient,
        type,
        [type]: given,
      });
      if (check !== undefined) expect(check(body).length > 0).toBe(uncovered !== undefined);
      for (const words of finds) expect(found(store, words), words).toEqual([id]);
      const { html, name } = drawn(findMessage(store, id));
      expect(html).toContain(shows);
      expect(name).toMatch(/\p{L}{2}/u);
    },
  );

  it('a reaction names its message, and taking it back sends an empty one', () => {
    const { store, deps, accountId, chatId } = openShop();
    addMessage(store, accountId, chatId, { wamid: 'wamid.M' });
    for (const emoji of ['👍', '']) {
      const content = { message_id: 'wamid.M', emoji };
      sendMessage(deps, { chatId, type: 'reaction', content, replyToWamid: null });
      const body = nextBody(store, accountId);
      expect(body).toMatchObject({ type: 'reaction', reaction: content });
      expect(body).not.toHaveProperty('context');
      if (check !== undefined) expect(check(body)).toEqual([]);
      store.write((tx) => tx.run("UPDATE outbox SET state = 'accepted'"));
    }
  });

  it('an answer names what it quotes', () => {
    const { store, deps, accountId, chatId } = openShop();
    const content = { body: 'Yes' };
    sendMessage(deps, { chatId, type: 'text', content, replyToWamid: 'wamid.Q' });
    expect(nextBody(store, accountId)).toMatchObject({ context: { message_id: 'wamid.Q' } });
  });
});

const NOW = 1_793_610_000_000;

function openShop() {
  const store = memoryStore();
  const accountId = addAccount(store);
  const phone = '+5511955550142';
  const { chatId } = addChat(store, accountId, { phone });
  openWindow(store, chatId, NOW - 1000);
  return { store, deps: { store, clock: () => NOW }, accountId, chatId, phone };
}

function nextBody(
  store: ReturnType<typeof memoryStore>,
  accountId: ReturnType<typeof addAccount>,
): JsonObject {
  const unlimited = { allowedAt: () => 0, pay: () => undefined };
  const [job] = claimBatch(store, accountId, unlimited, NOW, 1).jobs;
  if (job === undefined) throw new Error('Nothing is due.');
  return messageBody(job.outgoing);
}

/** The messages that search gives for these words. */
function found(store: ReturnType<typeof memoryStore>, words: string): readonly MessageId[] {
  while (store.write((tx) => indexSome(tx, 100, NOW)) > 0);
  const everywhere = { accountId: null, chatId: null, after: null, limit: 10, now: NOW };
  return searchMessages(store, { text: `"${words}"`, ...everywhere }).hits.map(
    ({ messageId }) => messageId,
  );
}

function findOnly(store: ReturnType<typeof memoryStore>): Message | undefined {
  const row = store
    .prepare<{ id: MessageId }>("SELECT id FROM message WHERE type <> 'reaction'")
    .get();
  return row && findMessage(store, row.id);
}
