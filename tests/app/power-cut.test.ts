import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '#electron/clock.ts';
import { addTestAccount, Home, startApp, TEST_ACCOUNT } from '../support/app.ts';
import { openDoor } from '../support/door.ts';
import { NUMBER, startQuietPlatform } from '../support/practice.ts';
import { ANA, messageDelivery, newWamid, post } from '../support/webhooks.ts';

const FIRST_PAGE = { chatId: 1, older: null, newer: null, around: null, limit: 5 };

const seconds = (): string => String(Math.floor(Date.now() / 1000));

function read<Row>(home: string, sql: string): Row[] {
  const db = new Database(join(home, 'frontdesk.db'), { readonly: true });
  try {
    return db.prepare<[], Row>(sql).all();
  } finally {
    db.close();
  }
}

describe('a power cut', () => {
  it('during a stream of webhooks loses and doubles nothing that was acknowledged', async () => {
    using home = new Home();
    addTestAccount(home.path);
    const acknowledged: string[] = [];
    for (let cut = 0; cut < 3; cut += 1) {
      const running = await startApp(home.path, { graphUrl: 'http://127.0.0.1:9' });
      const enough = acknowledged.length + 150;
      const stream = Array.from({ length: 8 }, async () => {
        try {
          for (;;) {
            const id = newWamid();
            const answer = await post(
              running.webhook,
              messageDelivery(ANA, { id, timestamp: seconds() }),
            );
            if (answer.status === 200) acknowledged.push(id);
          }
        } catch (error) {
          expect(error, 'the connection broke, as it does in a power cut').toBeInstanceOf(
            TypeError,
          );
        }
      });
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(enough), {
        timeout: 10_000,
      });
      await running.kill();
      await Promise.all(stream);
    }
    const running = await startApp(home.path, { graphUrl: 'http://127.0.0.1:9' });
    try {
      await vi.waitFor(() =>
        expect(
          read(home.path, "SELECT id FROM webhook_log WHERE state = 'received' LIMIT 1"),
        ).toEqual([]),
      );
      const stored = read<{ wamid: string }>(home.path, 'SELECT wamid FROM message');
      const counts = Map.groupBy(stored, ({ wamid }) => wamid);
      expect(acknowledged.filter((id) => counts.get(id)?.length !== 1)).toEqual([]);
    } finally {
      await running.stop();
    }
  });

  it('during sending reaches nobody twice; what is in doubt is marked and resolved by its status', async () => {
    using home = new Home();
    addTestAccount(home.path);
    const platform = await startQuietPlatform({
      clock: systemClock,
      numbers: [
        {
          ...NUMBER,
          phoneNumberId: TEST_ACCOUNT.phoneNumberId,
          wabaId: TEST_ACCOUNT.wabaId,
          accessToken: TEST_ACCOUNT.accessToken,
          appSecret: TEST_ACCOUNT.appSecret,
        },
      ],
      customers: [{ waId: '16505551234', name: 'Ana', bsuid: 'US.1', lastWroteAt: Date.now() }],
    });
    try {
      let running = await startApp(home.path, { graphUrl: platform.url });
      await post(running.webhook, messageDelivery(ANA, { timestamp: seconds() }));
      let door = await openDoor(running.ui);
      await vi.waitFor(async () =>
        expect(await door.invoke('messages.page', FIRST_PAGE)).toMatchObject({
          data: { messages: [{ direction: 'inbound' }] },
        }),
      );
      platform.faults.next({ kind: 'hang_after_accepting' });
      for (const body of ['one', 'two', 'three']) {
        await door.invoke('messages.sendText', { chatId: 1, body, replyTo: null });
      }
      await vi.waitFor(() => expect(platform.accepted).toHaveLength(1));
      await running.kill();

      running = await startApp(home.path, { graphUrl: platform.url });
      door = await openDoor(running.ui);
      await vi.waitFor(() => expect(platform.accepted).toHaveLength(3), { timeout: 15_000 });
      const statuses = (): unknown =>
        read(
          home.path,
          "SELECT body, status FROM message WHERE direction = 'outbound' ORDER BY id",
        );
      await vi.waitFor(() =>
        expect(statuses()).toEqual([
          { body: 'one', status: 'unknown' },
          { body: 'two', status: 'accepted' },
          { body: 'three', status: 'accepted' },
        ]),
      );
      platform.setCallbackUrl(running.webhook);
      await platform.idle();
      await vi.waitFor(() =>
        expect(statuses()).toEqual(
          ['one', 'two', 'three'].map((body) => ({ body, status: 'read' })),
        ),
      );
      expect(platform.accepted.map(({ body }) => body['text'])).toMatchObject([
        { body: 'one' },
        { body: 'two' },
        { body: 'three' },
      ]);
      door.close();
      expect(await running.stop()).toBe(0);
    } finally {
      await platform.stop();
    }
  });
});
