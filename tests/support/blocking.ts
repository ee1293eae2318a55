import { onTestFinished } from 'vitest';
import type { AccountId, ContactId } from '#shared/ids.ts';
import { createGraph } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import type { Blocking } from '#electron/people/block-request.ts';
import type { PracticeCustomer } from '#electron/practice/model.ts';
import type { PracticeOptions, PracticePlatform } from '#electron/practice/platform.ts';
import type { Store } from '#electron/store/store.ts';
import { handClock, NUMBER, startQuietPlatform } from './practice.ts';
import type { HandClock } from './practice.ts';
import { targetAt } from './sending.ts';
import { addAccount, addChat, memoryStore } from './store.ts';

export const HOUR = 3_600_000;

export interface BlockingWorld extends Blocking {
  readonly clock: HandClock;
  readonly store: Store;
  readonly platform: PracticePlatform;
  readonly accountId: AccountId;
  /** The contacts of the customers, in their order. */
  readonly contacts: readonly ContactId[];
  /** How long it waited between attempts. */
  readonly waits: readonly number[];
  /** Whom the number has blocked at the platform, sorted. */
  readonly there: () => string[];
  /** Whom it has blocked here, sorted, by WhatsApp id. */
  readonly here: () => string[];
}

/** Customers who wrote an hour ago, numbered from zero. */
export function recentCustomers(count: number, clock: HandClock): PracticeCustomer[] {
  return Array.from({ length: count }, (_, n) => ({
    waId: `44770090${String(10_000 + n)}`,
    name: `Customer ${n}`,
    bsuid: `GB.${2_000_000 + n}`,
    lastWroteAt: clock() - HOUR,
  }));
}

/** A number, the platform behind it, and customers who have chats here as there. */
export async function blockingWorld(
  options: {
    readonly customers?: (clock: HandClock) => readonly PracticeCustomer[];
    readonly platform?: Partial<PracticeOptions>;
  } = {},
): Promise<BlockingWorld> {
  const clock = handClock();
  const customers = (options.customers ?? ((now) => recentCustomers(3, now)))(clock);
  const platform = await startQuietPlatform({ clock, customers, ...options.platform });
  const store = memoryStore();
  const accountId = addAccount(store);
  const contacts = customers.map((customer) => addCustomer(store, accountId, customer));
  const waits: number[] = [];
  onTestFinished(async () => {
    await platform.stop();
    store.close();
  });
  return {
    store,
    platform,
    accountId,
    contacts,
    clock,
    log: silentLog,
    graph: createGraph({ fetch, clock, timeoutMs: 5000 }),
    connect: () => Promise.resolve(targetAt(platform.url)),
    waits,
    wait: (ms) => Promise.resolve(waits.push(ms)),
    there: () => [...platform.blocks.list(NUMBER.phoneNumberId)].toSorted(),
    here: () =>
      store
        .prepare<{ waId: string }>(
          'SELECT coalesce(wa_id, substr(phone, 2), bsuid) AS waId FROM blocked_user WHERE is_active = 1',
        )
        .all()
        .map(({ waId }) => waId)
        .toSorted(),
  };
}

/** A chat in which the customer wrote when the platform thinks they did. */
function addCustomer(store: Store, accountId: AccountId, customer: PracticeCustomer): ContactId {
  const { waId, name, bsuid, lastWroteAt } = customer;
  const { contactId, chatId } = addChat(store, accountId, { name, phone: `+${waId}` });
  store.write((tx) => {
    tx.run('UPDATE conversation SET last_inbound_at = ? WHERE id = ?', lastWroteAt, chatId);
    tx.run(
      `INSERT INTO contact_identity (contact_id, kind, value, scope, first_seen_at)
       SELECT ?, 'bsuid', ?, coalesce(business_portfolio_id, ''), 0 FROM account WHERE id = ?`,
      contactId,
      bsuid,
      accountId,
    );
  });
  return contactId;
}

export function isBlocked(store: Store, contactId: ContactId): boolean {
  const row = store
    .prepare<{ is_blocked: number }>('SELECT is_blocked FROM contact WHERE id = ?')
    .get(contactId);
  return row?.is_blocked === 1;
}
