import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fieldAt, listAt, numberAt, textAt } from '#shared/json-fields.ts';
import { keepUpload } from '#electron/store/media-uploads.ts';
import { sample } from '../support/files.ts';
import { countMessages, NOW, PHONE, serveApi } from './served-api.ts';
import type { Reply, ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
});

afterEach(() => api.close());

const BOUNDARY = 'test-boundary';

interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly type?: string;
  readonly bytes: Buffer | string;
}

function form(parts: readonly Part[]): Buffer {
  const written = parts.map(({ name, filename, type, bytes }) =>
    Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n` +
          `${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ]),
  );
  return Buffer.concat([...written, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

function postForm(raw: Buffer, key?: string): Promise<Reply> {
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  return api.call('POST', '/media', { raw, headers, ...(key === undefined ? {} : { key }) });
}

function add(bytes: Buffer, filename: string): Promise<Reply> {
  return postForm(form([{ name: 'file', filename, bytes }]));
}

async function added(bytes: Buffer, filename: string): Promise<number> {
  return numberAt((await add(bytes, filename)).body, 'id') ?? 0;
}

describe('the media library', () => {
  it('takes a file and says what it is', async () => {
    const bytes = sample('pdf', 90_000);
    const { status, body } = await postForm(
      form([
        { name: 'note', bytes: 'not for you' },
        { name: 'file', filename: '../../price list.exe', type: 'image/png', bytes },
      ]),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 1,
      filename: 'price list.exe.pdf',
      mime_type: 'application/pdf',
      bytes: 90_000,
      added_at: new Date(NOW).toISOString(),
      uploads: [],
    });
  });

  it('gives the bytes back, whole and in parts', async () => {
    const bytes = Buffer.from('A price list, in plain words.');
    const id = await added(bytes, 'prices.txt');
    const headers = { 'x-api-key': api.mint(['read']) };
    const url = `${api.url}/media/${id}/content`;
    const whole = await fetch(url, { headers });
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await fetch(url, { headers: { ...headers, range: 'bytes=2-6' } });
    expect([part.status, await part.text()]).toEqual([206, 'price']);
    expect((await api.call('GET', '/media/99/content')).status).toBe(404);
  });

  it('lists files newest first, page by page, each once', async () => {
    const first = await added(sample('png'), 'a.png');
    const twice = sample('jpeg');
    const second = await added(twice, 'b.jpg');
    expect(await added(twice, 'b.jpg')).toBe(second);
    api.store.write((tx) =>
      keepUpload(tx, {
        accountId: api.accountId,
        sha256: sha256Of(second),
        metaMediaId: '77',
        expiresAt: NOW,
      }),
    );
    const page = (await api.call('GET', '/media?limit=1')).body;
    expect(listAt(page, 'data')).toMatchObject([
      {
        id: second,
        uploads: [{ account_id: api.accountId, expires_at: new Date(NOW).toISOString() }],
      },
    ]);
    const cursor = textAt(page, 'next_cursor');
    expect((await api.call('GET', `/media?limit=1&cursor=${cursor}`)).body).toMatchObject({
      data: [{ id: first }],
      next_cursor: null,
    });
  });

  it.each([
    ['an empty file', () => Buffer.alloc(0)],
    ['a program', () => sample('exe')],
    ['an archive', () => sample('zip')],
    ['a sound that WhatsApp does not play', () => sample('vorbis')],
  ])('refuses %s in words, and nothing is kept', async (_what, bytes) => {
    const { status, body } = await add(bytes(), 'invoice.pdf');
    expect([status, fieldAt(body, 'code')]).toEqual([422, 'file_refused']);
    expect((await api.call('GET', '/media')).body).toMatchObject({ data: [] });
  });

  it.each([
    ['without a file in it', form([{ name: 'other', bytes: 'x' }])],
    ['that breaks off', form([{ name: 'file', filename: 'a', bytes: 'text' }]).subarray(0, 90)],
    ['that is no form', Buffer.from('hello')],
    ['whose headers never end', Buffer.from(`--${BOUNDARY}\r\n${'x'.repeat(40_000)}`)],
  ])('refuses a form %s', async (_how, raw) => {
    expect((await postForm(raw)).status).toBe(400);
  });

  it('wants a form, and a key that may send', async () => {
    expect((await api.call('POST', '/media', { json: {} })).status).toBe(415);
    const raw = form([{ name: 'file', filename: 'a.txt', bytes: 'hello' }]);
    expect((await postForm(raw, api.mint(['read']))).status).toBe(403);
    expect((await postForm(raw, '')).status).toBe(401);
  });
});

function sha256Of(id: number): string {
  const row = api.store
    .prepare<{ sha256: string }>('SELECT sha256 FROM media WHERE id = ?')
    .get(id);
  return row?.sha256 ?? '';
}

function post(json: unknown): Promise<Reply> {
  return api.call('POST', '/messages', { json });
}

describe('a message with a file', () => {
  it('goes by the id of the library, with its words and its own name', async () => {
    const id = await added(sample('pdf'), 'menu.pdf');
    const document = { id, caption: 'Our menu' };
    expect((await post({ to: PHONE, type: 'document', document })).status).toBe(202);
    expect((await api.call('GET', '/messages/2')).body).toMatchObject({
      type: 'document',
      text: 'Our menu',
      media: { id, state: 'present', mime_type: 'application/pdf' },
    });
    const row = api.store
      .prepare<{ payload: string; media_id: number }>(
        'SELECT payload, media_id FROM message WHERE id = 2',
      )
      .get();
    expect(row).toEqual({
      media_id: id,
      payload: JSON.stringify({
        type: 'document',
        document: { caption: 'Our menu', filename: 'menu.pdf' },
      }),
    });
  });

  it('goes by a link that WhatsApp opens itself', async () => {
    const image = { link: 'https://flowers.example/rose.jpg', caption: 'A rose' };
    expect((await post({ to: PHONE, type: 'image', image })).status).toBe(202);
    const row = api.store
      .prepare<{ payload: string; media_id: number | null }>(
        'SELECT payload, media_id FROM message WHERE id = 2',
      )
      .get();
    expect(row).toEqual({ media_id: null, payload: JSON.stringify({ type: 'image', image }) });
  });

  it('is refused before anything is queued', async () => {
    const pdf = await added(sample('pdf'), 'menu.pdf');
    const large = await added(sample('jpeg', 5_000_001), 'large.jpg');
    const refused: [unknown, number][] = [
      [{ type: 'image', image: { id: pdf } }, 422],
      [{ type: 'image', image: { id: large } }, 422],
      [{ type: 'image', image: { id: 4711 } }, 404],
      [{ type: 'image', image: {} }, 400],
      [{ type: 'image', image: { id: large, link: 'https://flowers.example/a.jpg' } }, 400],
      [{ type: 'image', image: { link: 'file:///etc/passwd' } }, 400],
      [{ type: 'audio', audio: { id: large, caption: 'x' } }, 400],
      [{ type: 'sticker', sticker: { id: large } }, 422],
      [{ type: 'document', document: { id: pdf, caption: 'x'.repeat(1025) } }, 400],
    ];
    for (const [message, status] of refused) {
      const answer = await post({ to: PHONE, ...(typeof message === 'object' ? message : {}) });
      expect([message, answer.status]).toEqual([message, status]);
    }
    expect(countMessages(api.store)).toBe(1);
    expect((await post({ to: PHONE, type: 'document', document: { id: large } })).status).toBe(202);
  });
});
