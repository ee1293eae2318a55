import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fieldAt, listAt, textAt } from '#shared/json-fields.ts';
import { indexSome } from '#electron/store/search-index.ts';
import { addMessage } from '../support/store.ts';
import { NOW, serveApi } from './served-api.ts';
import type { Reply, ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
  const say = (body: string, minute: number) =>
    addMessage(api.store, api.accountId, api.chatId, { body, timestamp: NOW - minute * 60_000 });
  say('São duas peônias', 3);
  say('Three peonias, please', 2);
  const buttons = [{ type: 'reply', reply: { id: 'k', title: 'Peonias in a box' } }];
  addMessage(api.store, api.accountId, api.chatId, {
    type: 'interactive',
    direction: 'outbound',
    origin: 'frontdesk',
    body: 'How shall we wrap them?',
    timestamp: NOW - 60_000,
    payload: JSON.stringify({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'How shall we wrap them?' },
        action: { buttons },
      },
    }),
  });
  while (api.store.write((tx) => indexSome(tx, 100, NOW)) > 0);
});

afterEach(() => api.close());

const search = (query: string, key?: string) =>
  api.call('GET', `/search?${query}`, key === undefined ? {} : { key });

function textsIn({ body }: Reply): unknown[] {
  return listAt(body, 'data').map((message) => fieldAt(message, 'text'));
}

describe('GET /search', () => {
  it('finds words of all history, without accents and in what can be tapped, newest first', async () => {
    const reply = await search('q=peonia');
    expect(reply.status).toBe(200);
    expect(textsIn(reply)).toEqual([
      'How shall we wrap them?',
      'Three peonias, please',
      'São duas peônias',
    ]);
    expect(listAt(reply.body, 'data')[0]).toMatchObject({
      type: 'interactive',
      chat_id: api.chatId,
      interactive: { action: { buttons: [{ reply: { title: 'Peonias in a box' } }] } },
    });
  });

  it('pages by its cursor to the end', async () => {
    const texts: unknown[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const reply = await search(`q=peonia&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      texts.push(...textsIn(reply));
      cursor = textAt(reply.body, 'next_cursor');
    }
    expect(texts).toHaveLength(3);
    expect(new Set(texts).size).toBe(3);
  });

  it('takes the operators of the search field', async () => {
    expect(textsIn(await search('q=peonia+-please+from:customer'))).not.toContain(
      'Three peonias, please',
    );
    expect(textsIn(await search('q=%22duas+pe%C3%B4nias%22'))).toEqual(['São duas peônias']);
    expect(textsIn(await search('q=orchid'))).toEqual([]);
  });

  it('wants a question, a key that may read, and nothing it does not know', async () => {
    expect((await search('')).status).toBe(400);
    expect((await search('q=+')).status).toBe(400);
    expect((await search('q=a&colour=red')).status).toBe(400);
    expect((await search('q=a&cursor=nonsense')).status).toBe(400);
    expect((await search('q=a', '')).status).toBe(401);
    expect((await search('q=a', api.mint(['send']))).status).toBe(403);
  });
});
