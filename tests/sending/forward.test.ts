import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, MediaId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { forwardMessage } from '#electron/sending/forward.ts';
import { sendComposed } from '#electron/sending/send-composed.ts';
import type { Store } from '#electron/store/store.ts';
import { openWindow } from '../support/sending.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 24 * 3_600_000;

interface World {
  readonly store: Store;
  readonly deps: { readonly store: Store; readonly clock: () => number };
  readonly accountId: AccountId;
  readonly from: ChatId;
  /** Customers who wrote a minute ago. */
  readonly open: readonly [ChatId, ChatId];
  /** A customer who wrote yesterday. */
  readonly closed: ChatId;
}

function world(): World {
  const store = memoryStore();
  const accountId = addAccount(store);
  const chat = (openedAt: number): ChatId => {
    const { chatId } = addChat(store, accountId);
    openWindow(store, chatId, openedAt);
    return chatId;
  };
  const [from, first, second, closed] = [
    chat(NOW),
    chat(NOW - 60_000),
    chat(NOW - 60_000),
    chat(NOW - DAY),
  ];
  return {
    store,
    deps: { store, clock: () => NOW },
    accountId,
    from,
    open: [first, second],
    closed,
  };
}

function sentTo(store: Store, chatId: ChatId): Json[] {
  return store
    .prepare<{ payload: string }>(
      "SELECT payload FROM message WHERE conversation_id = ? AND direction = 'outbound' ORDER BY id",
    )
    .all(chatId)
    .map(({ payload }) => parseJson(payload));
}

function received(
  { store, accountId, from }: World,
  type: 'text' | 'location' | 'contacts' | 'order',
  content: Json,
) {
  return addMessage(store, accountId, from, {
    type,
    payload: JSON.stringify({ type, [type]: content }),
    body: type === 'text' ? 'Open on Monday?' : '',
  });
}

const card = (name: string) => ({ name: { formatted_name: name } });

describe('forwarding', () => {
  it('sends a text to each chat as a new message, and says of a closed one why not', () => {
    const here = world();
    const messageId = received(here, 'text', { body: 'Open on Monday?' });
    const outcomes = forwardMessage(here.deps, {
      messageId,
      chatIds: [...here.open, here.closed, here.open[0]],
    });
    expect(outcomes).toEqual([
      { chatId: here.open[0], refusal: null },
      { chatId: here.open[1], refusal: null },
      { chatId: here.closed, refusal: expect.stringMatching(/24 hours/u) as unknown },
    ]);
    for (const chatId of here.open) {
      expect(sentTo(here.store, chatId)).toEqual([
        { type: 'text', text: { body: 'Open on Monday?' } },
      ]);
    }
    expect(sentTo(here.store, here.closed)).toEqual([]);
  });

  it('gives a place and all that a card says, but nothing Meta would refuse', () => {
    const here = world();
    const place = received(here, 'location', {
      latitude: -23.5,
      longitude: -46.6,
      url: 'https://x.example',
    });
    forwardMessage(here.deps, { messageId: place, chatIds: [here.open[0]] });
    const cards = received(here, 'contacts', [
      {
        phones: [{ phone: '+55 11 9', wa_id: '5511900000001', type: 'CELL', extra: 1 }],
        surprise: true,
      },
      {
        name: { formatted_name: 'Ana' },
        addresses: [{ city: 'Lisboa', note: 'x' }],
        org: { company: 'Casa' },
        birthday: '2001-12-31',
      },
    ]);
    forwardMessage(here.deps, { messageId: cards, chatIds: [here.open[0]] });
    expect(sentTo(here.store, here.open[0])).toEqual([
      { type: 'location', location: { latitude: '-23.5', longitude: '-46.6' } },
      {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: '+55 11 9', first_name: '+55 11 9' },
            phones: [{ phone: '+55 11 9', type: 'CELL', wa_id: '5511900000001' }],
          },
          {
            name: { formatted_name: 'Ana', first_name: 'Ana' },
            addresses: [{ city: 'Lisboa' }],
            org: { company: 'Casa' },
            birthday: '2001-12-31',
          },
        ],
      },
    ]);
  });

  it('sends many cards in several messages, all or none', () => {
    const here = world();
    const many = received(here, 'contacts', ['A', 'B', 'C', 'D', 'E', 'F'].map(card));
    forwardMessage(here.deps, { messageId: many, chatIds: [here.open[0]] });
    expect(sentTo(here.store, here.open[0])).toHaveLength(2);

    const bad = { name: { formatted_name: 'G' }, emails: [{ email: 'nobody' }] };
    const broken = received(here, 'contacts', [...['A', 'B', 'C', 'D', 'E'].map(card), bad]);
    expect(forwardMessage(here.deps, { messageId: broken, chatIds: [here.open[1]] })).toEqual([
      { chatId: here.open[1], refusal: 'An email on the card is no address.' },
    ]);
    expect(sentTo(here.store, here.open[1])).toEqual([]);
  });

  it('gives a file on with its caption, and says so when the file is not here', () => {
    const here = world();
    const document = { id: '77', filename: 'menu.pdf', caption: 'Today', mime_type: 'x/y' };
    const mediaId = here.store.write((tx) =>
      asId<MediaId>(
        tx.run(
          "INSERT INTO media (filename, sha256, bytes, state, created_at) VALUES ('menu.pdf', 'ab', 3, 'present', 1)",
        ).lastInsertRowid,
      ),
    );
    const messageId = addMessage(here.store, here.accountId, here.from, {
      type: 'document',
      payload: JSON.stringify({ type: 'document', document }),
      media_id: mediaId,
    });
    const chatIds = [here.open[0]];
    expect(forwardMessage(here.deps, { messageId, chatIds })).toEqual([
      { chatId: here.open[0], refusal: null },
    ]);
    expect(
      here.store
        .prepare('SELECT payload, media_id FROM message WHERE conversation_id = ?')
        .get(here.open[0]),
    ).toEqual({
      payload: JSON.stringify({
        type: 'document',
        document: { caption: 'Today', filename: 'menu.pdf' },
      }),
      media_id: mediaId,
    });
    here.store.write((tx) =>
      tx.run("UPDATE media SET state = 'wanted', sha256 = NULL, bytes = NULL"),
    );
    expect(() => forwardMessage(here.deps, { messageId, chatIds })).toThrow(
      /not on this computer/u,
    );
  });

  it('refuses what can’t be given on', () => {
    const here = world();
    const order = received(here, 'order', { product_items: [] });
    const chatIds = [here.open[0]];
    expect(() => forwardMessage(here.deps, { messageId: order, chatIds })).toThrow(
      /can’t be forwarded/u,
    );
    const gone = received(here, 'text', { body: 'x' });
    here.store.write((tx) => tx.run('UPDATE message SET is_deleted = 1 WHERE id = ?', gone));
    expect(() => forwardMessage(here.deps, { messageId: gone, chatIds })).toThrow(
      /can’t be forwarded/u,
    );
  });
});

describe('what the screen puts together', () => {
  it('goes into the chat with the message that it answers', () => {
    const { store, deps, accountId, from } = world();
    const replyTo = addMessage(store, accountId, from, { wamid: 'wamid.ASKED' });
    const location = { latitude: 48.2, longitude: 16.37, name: 'Shop' };
    const id = sendComposed(deps, {
      chatId: from,
      message: { type: 'location', location },
      replyTo,
    });
    expect(
      store.prepare('SELECT type, body, status, reply_to_wamid FROM message WHERE id = ?').get(id),
    ).toEqual({ type: 'location', body: 'Shop', status: 'queued', reply_to_wamid: 'wamid.ASKED' });
  });

  it('is refused past Meta’s limits before anything is stored, whoever asks', () => {
    const { store, deps, from } = world();
    const interactive = {
      type: 'location_request_message',
      body: { text: 'x'.repeat(1025) },
      action: { name: 'send_location' },
    } as const;
    const send = () =>
      sendComposed(deps, {
        chatId: from,
        message: { type: 'interactive', interactive },
        replyTo: null,
      });
    expect(send).toThrow(
      expect.objectContaining({
        code: 'bad_input',
        message: expect.stringMatching(/1025.*1024/u) as unknown,
      }),
    );
    expect(sentTo(store, from)).toEqual([]);
  });
});
