import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import type { JsonObject } from '#shared/json.ts';
import { blockBody } from '#electron/graph/blocks.ts';
import { loadMetaOpenApi } from '../support/meta-openapi.ts';
import {
  ANA,
  callGraph,
  handClock,
  NUMBER,
  sendText,
  startQuietPlatform,
} from '../support/practice.ts';
import type { GraphAnswer, HandClock } from '../support/practice.ts';
import { startWebhookReceiver } from '../support/webhook-receiver.ts';
import type { WebhookReceiver } from '../support/webhook-receiver.ts';

const PATH = `${NUMBER.phoneNumberId}/block_users`;
const DAY = 24 * 3_600_000;
const meta = loadMetaOpenApi();

let clock: HandClock;
let receiver: WebhookReceiver;
let platform: PracticePlatform;

beforeEach(async () => {
  clock = handClock();
  receiver = await startWebhookReceiver();
  platform = await startQuietPlatform({
    clock,
    callbackUrl: receiver.url,
    customers: [{ ...ANA, lastWroteAt: clock() }],
  });
});

afterEach(async () => {
  await platform.stop();
  await receiver.stop();
});

function change(method: 'POST' | 'DELETE', ...users: readonly JsonObject[]): Promise<GraphAnswer> {
  return callGraph(platform, method, PATH, { messaging_product: 'whatsapp', block_users: users });
}

const ana = { user: `+${ANA.waId}` };

describe('the block list of the practice platform', () => {
  it('takes people who wrote within a day, by number and by user id', async () => {
    expect(await change('POST', ana)).toEqual({
      status: 200,
      body: {
        messaging_product: 'whatsapp',
        block_users: { added_users: [{ input: ana.user, wa_id: ANA.waId, user_id: ANA.bsuid }] },
      },
    });
    expect(await change('DELETE', { user_id: ANA.bsuid })).toMatchObject({
      status: 200,
      body: { block_users: { removed_users: [{ input: ANA.bsuid }] } },
    });
  });

  it('refuses strangers, itself and parent ids one by one, and still blocks the others', async () => {
    clock.advance(1000);
    const self = { user: NUMBER.displayPhoneNumber };
    const parent = { user_id: 'US.ENT.1' };
    const { body } = await change('POST', { user: '+4915112345678' }, ana, self, parent);
    expect(body).toMatchObject({
      error: { code: 139100 },
      block_users: {
        added_users: [{ input: ana.user }],
        failed_users: [
          { input: '+4915112345678', errors: [{ code: 131047 }] },
          { input: self.user, errors: [{ code: 131021 }] },
          { input: 'US.ENT.1', errors: [{ code: 131009 }] },
        ],
      },
    });
    clock.advance(DAY);
    await change('DELETE', ana);
    expect((await change('POST', ana)).body).toMatchObject({
      block_users: { failed_users: [{ errors: [{ code: 131047 }] }] },
    });
  });

  it('takes a thousand per request and 64,000 in all', async () => {
    const many = Array.from({ length: 1001 }, () => ana);
    expect((await change('POST', ...many)).body).toMatchObject({ error: { code: 100 } });
    for (let n = 0; n < 64_000; n += 1) {
      platform.blocks.blockElsewhere(NUMBER.phoneNumberId, `49151${String(10_000_000 + n)}`);
    }
    expect((await change('POST', ana)).body).toMatchObject({
      block_users: { failed_users: [{ errors: [{ code: 139101 }] }] },
    });
  });

  it('shows itself in pages, and a change in between makes the next page useless', async () => {
    for (const waId of ['4915100000001', '4915100000002', '4915100000003']) {
      platform.blocks.blockElsewhere(NUMBER.phoneNumberId, waId);
    }
    const first = await callGraph(platform, 'GET', `${PATH}?limit=2`);
    expect(first.body).toMatchObject({
      data: [{ wa_id: '4915100000003' }, { wa_id: '4915100000002' }],
    });
    const after = /"after":"([^"]+)"/.exec(JSON.stringify(first.body))?.[1] ?? '';
    const second = await callGraph(platform, 'GET', `${PATH}?limit=2&after=${after}`);
    expect(second.body).toMatchObject({ data: [{ wa_id: '4915100000001' }] });
    platform.blocks.unblockElsewhere(NUMBER.phoneNumberId, '4915100000001');
    const late = await callGraph(platform, 'GET', `${PATH}?limit=2&after=${after}`);
    expect(late.body).toMatchObject({ error: { code: 139102 } });
  });

  it('lets nothing through from people who are blocked, and takes nothing for them', async () => {
    const customer = platform.customers.get(ANA.waId);
    await change('POST', ana);
    customer.say('Can you hear me?');
    await platform.idle();
    expect(receiver.received).toEqual([]);
    expect((await sendText(platform, 'No')).body).toMatchObject({ error: { code: 130403 } });
    await change('DELETE', ana);
    customer.say('And now?');
    await platform.idle();
    expect(receiver.received).toHaveLength(1);
  });

  it.skipIf(meta === undefined)('speaks as Meta’s OpenAPI file says', async () => {
    const path = '/{Version}/{Phone-Number-ID}/block_users';
    const body = blockBody([{ kind: 'phone', phone: ana.user }]);
    expect(meta?.request(path, 'post')(body)).toEqual([]);
    expect(meta?.request(path, 'post')({ block_users: 'everybody' })).not.toEqual([]);
    expect(meta?.schema('BlockUsersData')((await change('POST', ana)).body)).toEqual([]);
    expect(
      meta?.schema('GetBlockedUsersData')((await callGraph(platform, 'GET', PATH)).body),
    ).toEqual([]);
    expect(meta?.schema('UnblockUsersData')((await change('DELETE', ana)).body)).toEqual([]);
    expect(meta?.schema('GetBlockedUsersData')({ data: 'nobody' })).not.toEqual([]);
  });
});
