import { describe, expect, it } from 'vitest';
import { silentLog } from '#electron/log.ts';
import { openStore } from '#electron/store/open.ts';
import { insertDelivery } from '#electron/store/webhook-log.ts';
import { startProcessor } from '#electron/webhook/processor.ts';
import { NOW, addShop, openWayIn } from '../support/way-in.ts';
import {
  ANA,
  MONDAY,
  delivery,
  message,
  messageDelivery,
  messagesChange,
} from '../support/webhooks.ts';

function bigDelivery(size: number): ReturnType<typeof delivery> {
  const messages = Array.from({ length: size }, (_, n) =>
    message(ANA, { timestamp: String(MONDAY + n) }),
  );
  return delivery(messagesChange([ANA], messages));
}

describe('the processor', () => {
  it('takes up at its start what was received before', async () => {
    const store = openStore(':memory:');
    addShop(store);
    store.write((tx) => {
      const raw = JSON.stringify(messageDelivery(ANA));
      insertDelivery(tx, { receivedAt: NOW, raw }, 'received', null);
    });
    const processor = startProcessor({ store, clock: () => NOW, log: silentLog });
    await processor.idle();
    expect(store.prepare('SELECT state, processed_at FROM webhook_log').all()).toEqual([
      { state: 'processed', processed_at: NOW },
    ]);
    await processor.stop();
    store.close();
  });

  it('lets others have the loop during one delivery of thousands', async () => {
    const wayIn = openWayIn();
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await wayIn.receive(bigDelivery(5_000));
    isOver = true;
    expect(wayIn.row('SELECT count(*) AS n FROM message')).toEqual({ n: 5_000 });
    expect(turns).toBeGreaterThan(10);
  });

  it('announces what a customer just wrote, but neither history nor a repetition', async () => {
    const wayIn = openWayIn();
    const arrived: number[] = [];
    wayIn.store.onChange((changes) => {
      for (const change of changes)
        if (change.kind === 'message_arrived') arrived.push(change.messageId);
    });
    const said = messageDelivery(ANA);
    await wayIn.receive(
      said,
      said,
      messageDelivery(ANA, { type: 'reaction', reaction: { message_id: 'w' } }),
    );
    expect(arrived).toEqual([1]);
  });

  it('brings a resolved chat back when the customer writes again', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA));
    wayIn.store.write((tx) => tx.run('UPDATE conversation SET is_resolved = 1'));
    await wayIn.receive(messageDelivery(ANA, { timestamp: String(MONDAY + 5) }));
    expect(wayIn.row('SELECT is_resolved FROM conversation')).toEqual({ is_resolved: 0 });
  });

  it('says what went wrong with an item, and applies its neighbours', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(delivery(messagesChange([ANA], [message(ANA), { id: 'x' }, message(ANA)])));
    expect(wayIn.row('SELECT state, error FROM webhook_log')).toEqual({
      state: 'failed',
      error: '1 of 3 updates could not be applied. Its "timestamp" is not a time.',
    });
    expect(wayIn.rows('SELECT 1 FROM message')).toHaveLength(2);
  });

  it('keeps a bounded number of reasons for a delivery full of broken items', async () => {
    const wayIn = openWayIn();
    const broken = Array.from({ length: 20_000 }, () => 0);
    await wayIn.receive(delivery(messagesChange([ANA], broken)));
    expect(wayIn.row('SELECT count(*) AS n FROM webhook_failure')).toEqual({ n: 1_000 });
    expect(String(wayIn.row('SELECT error FROM webhook_log')?.['error'])).toContain(
      '20000 of 20000',
    );
  });

  it('ends between two slices, and the next start goes on', async () => {
    const store = openStore(':memory:');
    addShop(store);
    const raw = JSON.stringify(bigDelivery(3_000));
    store.write((tx) => insertDelivery(tx, { receivedAt: NOW, raw }, 'received', null));
    const first = startProcessor({ store, clock: () => NOW, log: silentLog });
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    await first.stop();
    const count = store.prepare<{ n: number }>('SELECT count(*) AS n FROM message');
    expect(count.get()?.n).toBeGreaterThan(0);
    expect(count.get()?.n).toBeLessThan(3_000);
    const second = startProcessor({ store, clock: () => NOW, log: silentLog });
    await second.idle();
    await second.stop();
    expect(count.get()?.n).toBe(3_000);
    store.close();
  });
});
