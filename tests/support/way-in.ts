import type { AccountId } from '#shared/ids.ts';
import type { Json } from '#shared/json.ts';
import { silentLog } from '#electron/log.ts';
import type { Clock } from '#electron/clock.ts';
import { saveAccount } from '#electron/store/accounts.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { insertDelivery } from '#electron/store/webhook-log.ts';
import { startProcessor } from '#electron/webhook/processor.ts';
import { MONDAY, SHOP } from './webhooks.ts';
import type { Shop } from './webhooks.ts';

/** A moment after the messages of the tests, by the local clock. */
export const NOW: number = (MONDAY + 60) * 1_000;

export function addShop(store: Store, shop: Shop = SHOP): AccountId {
  return store.write((tx) =>
    saveAccount(
      tx,
      {
        name: 'Casa Verde',
        phoneNumberId: shop.phoneNumberId,
        wabaId: shop.wabaId,
        appId: null,
        businessPortfolioId: SHOP.portfolioId,
        displayPhoneNumber: `+${shop.displayPhoneNumber}`,
        profileName: null,
        verifyToken: SHOP.verifyToken,
        apiVersion: 'v26.0',
        throughputLevel: 'STANDARD',
        isPractice: false,
      },
      NOW,
    ),
  );
}

/** A database with one account, and what came in for it. */
export interface WayIn {
  readonly store: Store;
  readonly accountId: AccountId;
  /** Stores deliveries as the listener does and works them off. */
  receive(...deliveries: readonly Json[]): Promise<void>;
  rows(sql: string, ...parameters: readonly unknown[]): readonly Row[];
  row(sql: string, ...parameters: readonly unknown[]): Row | undefined;
}

export type Row = Readonly<Record<string, unknown>>;

export function openWayIn(store: Store = openStore(':memory:'), clock: Clock = () => NOW): WayIn {
  const accountId = addShop(store);
  const rows: WayIn['rows'] = (sql, ...parameters) => store.prepare<Row>(sql).all(...parameters);
  return {
    store,
    accountId,
    async receive(...deliveries) {
      store.write((tx) => {
        for (const delivery of deliveries) {
          const raw = typeof delivery === 'string' ? delivery : JSON.stringify(delivery);
          insertDelivery(tx, { receivedAt: clock(), raw }, 'received', null);
        }
      });
      const processor = startProcessor({ store, clock, log: silentLog });
      await processor.idle();
      await processor.stop();
    },
    rows,
    row: (sql, ...parameters) => rows(sql, ...parameters)[0],
  };
}
