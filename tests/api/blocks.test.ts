import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { addAccount } from '../support/store.ts';
import { handClock, NUMBER, startQuietPlatform } from '../support/practice.ts';
import { NOW, serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

const ANA = { waId: '447700900001', name: 'Ana', bsuid: 'GB.1', lastWroteAt: NOW - 1000 };
const PHONE = `+${ANA.waId}`;

let platform: PracticePlatform;
let api: ServedApi;

beforeEach(async () => {
  platform = await startQuietPlatform({ clock: handClock(NOW), customers: [ANA] });
  api = await serveApi({ graphUrl: platform.url });
});

afterEach(async () => {
  await api.close();
  await platform.stop();
});

describe('the block list over REST', () => {
  it('blocks, lists and unblocks a person, and answers what became of each number', async () => {
    const { accountId } = api;
    const json = { phones: [PHONE, '+447700900002'], reason: 'Insults' };
    expect(await api.call('POST', '/blocks', { json })).toMatchObject({
      status: 200,
      body: {
        results: [
          { phone: PHONE, status: 'blocked', error: null },
          { phone: '+447700900002', status: 'failed', error: { code: 131047 } },
        ],
      },
    });
    expect(platform.blocks.list(NUMBER.phoneNumberId)).toEqual([ANA.waId]);
    expect(await api.call('GET', '/blocks')).toMatchObject({
      body: {
        data: [
          {
            account_id: accountId,
            phone: PHONE,
            wa_id: ANA.waId,
            is_active: true,
            reason: 'Insults',
            blocked_by: 'api',
            blocked_at: new Date(NOW).toISOString(),
            unblocked_at: null,
            meta_error: null,
          },
        ],
        next_cursor: null,
      },
    });
    expect(await api.call('DELETE', `/blocks/%2B${ANA.waId}`)).toMatchObject({
      status: 200,
      body: { results: [{ phone: PHONE, status: 'unblocked', error: null }] },
    });
    expect(platform.blocks.list(NUMBER.phoneNumberId)).toEqual([]);
    expect(await api.call('GET', '/blocks')).toMatchObject({ body: { data: [] } });
    expect(await api.call('GET', '/blocks?active=false')).toMatchObject({
      body: {
        data: [
          { phone: '+447700900002', is_active: false, meta_error: expect.any(String) as unknown },
          { phone: PHONE, is_active: false, unblocked_by: 'api' },
        ],
      },
    });
  });

  it('takes the phone in the path with a plain +, and knows nobody by another one', async () => {
    await api.call('POST', '/blocks', { json: { phones: [PHONE] } });
    expect(await api.call('DELETE', '/blocks/+447700900009')).toMatchObject({ status: 404 });
    expect(await api.call('DELETE', `/blocks/${ANA.waId}`)).toMatchObject({ status: 404 });
    expect(await api.call('DELETE', `/blocks/${PHONE}`)).toMatchObject({ status: 200 });
  });

  it('pages by a cursor', async () => {
    const phones = [PHONE, '+447700900002', '+447700900003'];
    await api.call('POST', '/blocks', { json: { phones } });
    const first = await api.call('GET', '/blocks?active=false&limit=1');
    expect(first).toMatchObject({ body: { data: [{ phone: phones[2] }] } });
    const cursor = /"next_cursor":"([^"]+)"/.exec(JSON.stringify(first.body))?.[1] ?? '';
    expect(await api.call('GET', `/blocks?active=false&limit=1&cursor=${cursor}`)).toMatchObject({
      body: { data: [{ phone: phones[1] }], next_cursor: null },
    });
  });

  it.each([
    [{ phones: [] }, 400, 'bad_input'],
    [{ phones: [PHONE], note: 'x' }, 400, 'bad_input'],
    [{ phones: ['447700900001'] }, 422, 'invalid_number'],
    [{ phones: [PHONE], until: '2026-01-01T00:00:00Z' }, 400, 'bad_input'],
    [{ phones: [PHONE], account_id: 99 }, 404, 'not_found'],
  ])('refuses %j', async (json, status, code) => {
    const answer = await api.call('POST', '/blocks', { json });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(platform.blocks.list(NUMBER.phoneNumberId)).toEqual([]);
  });

  it('asks for the number when several are active, and for the scope', async () => {
    const accountId = addAccount(api.store, 'Second');
    const json = { phones: [PHONE] };
    expect(await api.call('POST', '/blocks', { json })).toMatchObject({ status: 400 });
    const key = api.mint(['read']);
    expect(await api.call('POST', '/blocks', { json, key })).toMatchObject({ status: 403 });
    expect(await api.call('GET', '/blocks', { key })).toMatchObject({ status: 200 });
    expect(
      await api.call('POST', '/blocks', { json: { ...json, account_id: accountId } }),
    ).toMatchObject({ status: 200, body: { results: [{ status: 'blocked' }] } });
  });
});
