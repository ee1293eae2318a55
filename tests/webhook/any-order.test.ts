import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#shared/json.ts';
import { copiedStores } from '../support/copied-stores.ts';
import { contradictions, dumpFacts } from '../support/database-dump.ts';
import { addShop, openWayIn } from '../support/way-in.ts';
import type { WayIn } from '../support/way-in.ts';
import { SECOND_SHOP, retold, story } from '../support/webhook-stories.ts';
import { delivery } from '../support/webhooks.ts';

const newStore = copiedStores();

async function afterReceiving(deliveries: readonly Json[]): Promise<WayIn> {
  const wayIn = openWayIn(newStore());
  addShop(wayIn.store, SECOND_SHOP);
  await wayIn.receive(...deliveries);
  return wayIn;
}

describe('what came in', () => {
  it('is the same database in any order, any repetition and any batching', async () => {
    await fc.assert(
      fc.asyncProperty(
        story.chain((told) => fc.record({ told: fc.constant(told), retold: retold(told) })),
        async ({ told, retold: again }) => {
          const inOrder = await afterReceiving(told.map((one) => delivery(one)));
          const otherwise = await afterReceiving(again);
          try {
            expect(otherwise.rows("SELECT error FROM webhook_log WHERE state = 'failed'")).toEqual(
              [],
            );
            expect(dumpFacts(otherwise.store)).toEqual(dumpFacts(inOrder.store));
            expect(contradictions(otherwise.store)).toEqual([]);
          } finally {
            inOrder.store.close();
            otherwise.store.close();
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});
