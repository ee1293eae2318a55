import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { WebhookLogId } from '#shared/ids.ts';
import { silentLog } from '#electron/log.ts';
import { rehearseReplay, replay } from '#electron/webhook/replay.ts';
import * as fc from 'fast-check';
import { copiedStores } from '../support/copied-stores.ts';
import { dumpFacts } from '../support/database-dump.ts';
import { NOW, addShop, openWayIn } from '../support/way-in.ts';
import type { WayIn } from '../support/way-in.ts';
import { SECOND_SHOP, story } from '../support/webhook-stories.ts';
import {
  ANA,
  delivery,
  message,
  messageDelivery,
  messagesChange,
  status,
  statusesChange,
} from '../support/webhooks.ts';

function depsOf({ store }: WayIn): Parameters<typeof replay>[0] {
  return { store, clock: () => NOW + 1_000, log: silentLog };
}

describe('a replay', () => {
  it('of what was applied already changes nothing', async () => {
    const newStore = copiedStores();
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const wayIn = openWayIn(newStore());
        addShop(wayIn.store, SECOND_SHOP);
        await wayIn.receive(...told.map((one) => delivery(one)));
        const before = dumpFacts(wayIn.store);
        const rehearsed = rehearseReplay(depsOf(wayIn), { kind: 'all' });
        expect(rehearsed).toEqual({ replayed: told.length, failed: 0, changed: {} });
        expect(await replay(depsOf(wayIn), { kind: 'all' })).toEqual(rehearsed);
        expect(dumpFacts(wayIn.store)).toEqual(before);
        wayIn.store.close();
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('brings back what is missing, and counts it row by row', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      messageDelivery(ANA),
      delivery(statusesChange([status('wamid.X', 'sent')])),
    );
    wayIn.store.write((tx) => {
      tx.run('DELETE FROM message');
      tx.run('DELETE FROM message_status');
    });
    const changed = { conversation: 1, message: 1, message_status: 1 };
    const expected = { replayed: 2, failed: 0, changed };
    expect(rehearseReplay(depsOf(wayIn), { kind: 'all' })).toEqual(expected);
    expect(wayIn.rows('SELECT 1 FROM message')).toEqual([]);
    expect(await replay(depsOf(wayIn), { kind: 'all' })).toEqual(expected);
    expect(wayIn.rows('SELECT type FROM message')).toEqual([{ type: 'text' }]);
  });

  it('of the failed ones leaves the others alone, and of one takes just that one', async () => {
    const wayIn = openWayIn();
    await wayIn.receive('{', messageDelivery(ANA), messageDelivery(ANA));
    expect(await replay(depsOf(wayIn), { kind: 'failed' })).toEqual({
      replayed: 1,
      failed: 1,
      changed: {},
    });
    const one = { kind: 'one', id: asId<WebhookLogId>(2) } as const;
    expect(await replay(depsOf(wayIn), one)).toEqual({ replayed: 1, failed: 0, changed: {} });
  });

  it('applies what was for a number that was added only afterwards', async () => {
    const wayIn = openWayIn();
    const early = delivery(messagesChange([ANA], [message(ANA)], SECOND_SHOP));
    await wayIn.receive(early);
    expect(wayIn.rows('SELECT state FROM webhook_log')).toEqual([{ state: 'unhandled' }]);
    addShop(wayIn.store, SECOND_SHOP);
    const { changed } = await replay(depsOf(wayIn), { kind: 'all' });
    expect(changed).toMatchObject({ message: 1, contact: 1, conversation: 1 });
    expect(wayIn.rows('SELECT state FROM webhook_log')).toEqual([{ state: 'processed' }]);
  });

  it('never touches what nobody vouches for', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA));
    wayIn.store.write((tx) => tx.run("UPDATE webhook_log SET state = 'quarantined'"));
    expect(await replay(depsOf(wayIn), { kind: 'all' })).toEqual({
      replayed: 0,
      failed: 0,
      changed: {},
    });
  });
});
