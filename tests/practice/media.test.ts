import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { isJsonObject, parseJson, type JsonObject } from '#shared/json.ts';
import {
  callGraph,
  handClock,
  NUMBER,
  startQuietPlatform,
  type HandClock,
} from '../support/practice.ts';
import { object, text } from '../support/webhook-receiver.ts';

const authorization = `Bearer ${NUMBER.accessToken}`;
const MINUTE = 60_000;

let clock: HandClock;
let platform: PracticePlatform;

beforeEach(async () => {
  clock = handClock();
  platform = await startQuietPlatform({ clock });
});

afterEach(() => platform.stop());

it('takes a file, describes it and gives it back byte for byte', async () => {
  const bytes = picture([0, 1, 2, 253, 254, 255, 13, 10, 45, 45]);
  const { id } = await upload(bytes, 'image/png');
  const node = (await callGraph(platform, 'GET', text(id))).body;
  expect(node).toMatchObject({ id, mime_type: 'image/png', file_size: '18' });

  const file = await fetch(text(node['url']), { headers: { authorization } });
  expect(file.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
});

it('wants the token for the file too', async () => {
  const { id } = await upload(picture([1]), 'image/png');
  const { url } = (await callGraph(platform, 'GET', text(id))).body;
  expect((await fetch(text(url))).status).toBe(401);
});

it('closes a file address after five minutes and hands out another', async () => {
  const { id } = await upload(picture([1]), 'image/png');
  const { url } = (await callGraph(platform, 'GET', text(id))).body;
  clock.advance(5 * MINUTE);
  expect((await fetch(text(url), { headers: { authorization } })).status).toBe(404);
  const fresh = (await callGraph(platform, 'GET', text(id))).body['url'];
  expect((await fetch(text(fresh), { headers: { authorization } })).status).toBe(200);
});

it('forgets a file that is deleted or older than thirty days', async () => {
  const { id: deleted } = await upload(picture([1]), 'image/png');
  expect((await callGraph(platform, 'DELETE', text(deleted))).body).toEqual({ success: true });
  expect((await callGraph(platform, 'GET', text(deleted))).status).toBe(400);

  const { id: old } = await upload(picture([2]), 'image/png');
  clock.advance(30 * 24 * 60 * MINUTE);
  const { body } = await callGraph(platform, 'GET', text(old));
  expect(object(body['error'])).toMatchObject({ code: 100, error_subcode: 33 });
});

it('refuses an upload without a file', async () => {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  expect(object((await post(form))['error'])['code']).toBe(131008);
});

it.each([
  ['a kind that Meta does not take', Buffer.from('PK\x03\x04'), 'application/zip', 100],
  ['one that is not what it is said to be', Buffer.from('%PDF-1.7'), 'image/png', 131053],
  ['an empty one', Buffer.alloc(0), 'image/png', 131053],
])('refuses a file: %s', async (_what, bytes, type, code) => {
  expect(object((await upload(bytes, type))['error'])['code']).toBe(code);
});

/** What Meta takes for a PNG at first sight. */
function picture(rest: readonly number[]): Buffer {
  return Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...rest]);
}

function upload(bytes: Buffer, type: string): Promise<JsonObject> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'file');
  return post(form);
}

async function post(form: FormData): Promise<JsonObject> {
  const url = `${platform.url}/v23.0/${NUMBER.phoneNumberId}/media`;
  const response = await fetch(url, { method: 'POST', headers: { authorization }, body: form });
  const body = parseJson(await response.text());
  if (!isJsonObject(body)) throw new Error('The platform answered something that is no object.');
  return body;
}
