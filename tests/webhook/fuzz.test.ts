import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import { silentLog } from '#electron/log.ts';
import { startListener } from '#electron/webhook/listener.ts';
import type { Listener } from '#electron/webhook/listener.ts';
import { readUpdates } from '#electron/webhook/payload.ts';
import { NOW, openWayIn } from '../support/way-in.ts';
import type { WayIn } from '../support/way-in.ts';
import { story } from '../support/webhook-stories.ts';
import { ANA, SHOP, contact, delivery, message, newWamid, post } from '../support/webhooks.ts';

/** Values that a program hardly expects where it looks for something else. */
const poison: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    2 ** 53,
    '',
    ' ',
    '\ud800',
    '\u0000',
    'a'.repeat(3_000),
  ),
  fc.constantFrom<Json>([], {}, [[]], [null], { type: 'text' }, { constructor: { prototype: 1 } }),
  fc.constant(parseJson('{"__proto__":{"isAdmin":true},"toString":1}')),
  fc.constant(nested(80)),
  fc.string({ unit: 'binary' }),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
);

function nested(levels: number): Json {
  let value: Json = 'bottom';
  for (let level = 0; level < levels; level += 1) value = { deeper: [value] };
  return value;
}

/** The same JSON with some of its values replaced, doubled or taken away. */
function spoil(value: Json, dice: () => number, draw: () => Json): Json {
  const roll = dice();
  if (roll < 0.06) return draw();
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return items.flatMap((item) => {
      const times = dice() < 0.05 ? 2 : 1;
      return Array.from({ length: times }, () => spoil(item, dice, draw));
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(() => dice() > 0.04)
      .map(([key, child]) => [dice() < 0.02 ? '__proto__' : key, spoil(child, dice, draw)]),
  );
}

/** Deliveries that once were good. */
const spoiled: fc.Arbitrary<Json> = fc
  .record({
    told: story,
    rolls: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 50, maxLength: 400 }),
    poisons: fc.array(poison, { minLength: 5, maxLength: 20 }),
  })
  .map(({ told, rolls, poisons }) => {
    let roll = 0;
    let drawn = 0;
    const dice = (): number => rolls[(roll += 1) % rolls.length] ?? 0;
    const draw = (): Json => poisons[(drawn += 1) % poisons.length] ?? null;
    return spoil(delivery(...told), dice, draw);
  });

describe('the parser', () => {
  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ maxDepth: 8 })), (raw) => {
        expect(Array.from(readUpdates(raw)).length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['lists nested deeper than the stack', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    [
      'a delivery whose item is nested deeper than the stack',
      `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}]}}]}]}`,
    ],
  ])('survives %s', (_name, raw) => {
    const kinds = Array.from(readUpdates(raw)).map((update) => update.kind);
    expect(kinds).toHaveLength(1);
    expect(['unhandled', 'malformed']).toContain(kinds[0]);
  });
});

describe('ingest', () => {
  it('keeps every good message beside any poison', async () => {
    await fc.assert(
      fc.asyncProperty(spoiled, fc.array(poison, { maxLength: 6 }), async (other, poisons) => {
        const wayIn = openWayIn();
        const good: string[] = [];
        const between = (item: Json): Json[] => {
          const wamid = newWamid();
          good.push(wamid);
          return [item, message(ANA, { id: wamid })];
        };
        const messages = poisons.flatMap(between);
        await wayIn.receive(other, beside(messages));
        const stored = wayIn
          .rows("SELECT wamid FROM message WHERE origin = 'customer'")
          .map((row) => row['wamid']);
        expect(good.filter((wamid) => !stored.includes(wamid))).toEqual([]);
        expect(
          wayIn.rows("SELECT reason FROM webhook_failure WHERE reason LIKE '%could not apply%'"),
        ).toEqual([]);
        expect(wayIn.rows("SELECT 1 FROM webhook_log WHERE state = 'received'")).toEqual([]);
        wayIn.store.close();
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

function beside(messages: readonly Json[]): JsonObject {
  const metadata = { phone_number_id: SHOP.phoneNumberId };
  return delivery({ field: 'messages', value: { metadata, contacts: [contact(ANA)], messages } });
}

describe('the listener', () => {
  let wayIn: WayIn;
  let listener: Listener;

  beforeAll(async () => {
    wayIn = openWayIn();
    listener = await startListener({
      store: wayIn.store,
      appSecrets: () => Promise.resolve([SHOP.appSecret]),
      clock: () => NOW,
      log: silentLog,
      port: { port: 0, isDefault: false },
      onStored: () => {},
    });
  });

  afterAll(async () => {
    await listener.close();
    wayIn.store.close();
  });

  it('keeps any bytes that are signed, and goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        expect((await post(listener.url, new Uint8Array(bytes))).status).toBe(200);
        const row = wayIn.row(
          'SELECT CAST(raw AS BLOB) AS raw FROM webhook_log ORDER BY id DESC LIMIT 1',
        );
        expect(row?.['raw']).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 200 },
    );
    await wayIn.receive(delivery());
    expect(wayIn.rows("SELECT 1 FROM webhook_log WHERE state = 'received'")).toEqual([]);
  });

  it('answers any address with words of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        const response = await fetch(`http://127.0.0.1:${listener.port}${path}?${query}`);
        expect([200, 403, 404, 405]).toContain(response.status);
      }),
      { numRuns: 200 },
    );
  });
});
