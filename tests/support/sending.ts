import { onTestFinished } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import { objectAt, textAt } from '#shared/json-fields.ts';
import { systemClock } from '#electron/clock.ts';
import type { Clock } from '#electron/clock.ts';
import { createGraph } from '#electron/graph/client.ts';
import type { GraphTarget } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import type { PracticeCustomer } from '#electron/practice/model.ts';
import type { PracticeOptions, PracticePlatform } from '#electron/practice/platform.ts';
import { sendText } from '#electron/sending/compose.ts';
import type { LaneDeps } from '#electron/sending/lane.ts';
import { startSender } from '#electron/sending/sender.ts';
import type { Sender } from '#electron/sending/sender.ts';
import type { Store } from '#electron/store/store.ts';
import { NUMBER, startQuietPlatform } from './practice.ts';
import { addAccount, addChat, memoryStore } from './store.ts';

/** Customers with open windows, numbered from zero. */
export function crowdOf(count: number): PracticeCustomer[] {
  return Array.from({ length: count }, (_, n) => ({
    waId: `55119${String(10_000_000 + n)}`,
    name: `Customer ${n}`,
    bsuid: `BR.${2_000_000 + n}`,
    lastWroteAt: Date.now(),
  }));
}

export function platformFor(
  customers: readonly PracticeCustomer[],
  options: Partial<PracticeOptions> = {},
): Promise<PracticePlatform> {
  return startQuietPlatform({ clock: systemClock, customers, ...options });
}

/** A chat whose customer wrote a moment ago. */
export function openChatWith(
  store: Store,
  accountId: AccountId,
  customer: PracticeCustomer,
  openedAt: number = Date.now(),
): ChatId {
  const { chatId } = addChat(store, accountId, { name: customer.name, phone: `+${customer.waId}` });
  openWindow(store, chatId, openedAt);
  return chatId;
}

export function openWindow(store: Store, chatId: ChatId, at: number): void {
  store.write((tx) => {
    tx.run('UPDATE conversation SET customer_active_at = ? WHERE id = ?', at, chatId);
  });
}

export function targetAt(baseUrl: string): GraphTarget {
  const { phoneNumberId, accessToken, appSecret } = NUMBER;
  return { baseUrl, apiVersion: 'v26.0', phoneNumberId, accessToken, appSecret };
}

/** What a lane needs, quick about its retries. */
export function laneDeps(store: Store, baseUrl: string, more: Partial<LaneDeps> = {}): LaneDeps {
  return {
    store,
    graph: createGraph({ fetch, clock: systemClock, timeoutMs: 400 }),
    connect: () => Promise.resolve(targetAt(baseUrl)),
    clock: systemClock,
    log: silentLog,
    random: () => 0.999,
    files: {
      pathOf: () => {
        throw new Error('This test has no files.');
      },
    },
    onUpload: () => undefined,
    ...more,
  };
}

export interface SendingWorld {
  readonly store: Store;
  readonly platform: PracticePlatform;
  readonly accountId: AccountId;
  readonly chats: readonly ChatId[];
  readonly sender: Sender;
  /** Queues a text and answers its message's id. */
  readonly say: (chat: number, body: string) => MessageId;
  /** The texts that Meta took, in its order. */
  readonly taken: () => string[];
}

/** A running sender, the platform it sends to, and some chats with open windows. */
export async function sendingWorld(
  options: {
    readonly chats?: number;
    /** Instead of a number of chats with anybody. */
    readonly customers?: readonly PracticeCustomer[];
    readonly clock?: Clock;
    readonly deps?: Partial<LaneDeps>;
    readonly platform?: Partial<PracticeOptions>;
  } = {},
): Promise<SendingWorld> {
  const customers = options.customers ?? crowdOf(options.chats ?? 3);
  const platform = await platformFor(customers, options.platform);
  const store = memoryStore();
  const accountId = addAccount(store);
  const chats = customers.map((customer) => openChatWith(store, accountId, customer));
  const sender = startSender(laneDeps(store, platform.url, options.deps));
  onTestFinished(async () => {
    await sender.stop();
    await platform.stop();
    store.close();
  });
  return {
    store,
    platform,
    accountId,
    chats,
    sender,
    say: (chat, body) =>
      sendText(
        { store, clock: systemClock },
        { chatId: chats[chat] ?? asId(0), body, replyTo: null },
      ),
    taken: () => platform.accepted.map(({ body }) => textOf(body)),
  };
}

export function textOf(body: PracticePlatform['accepted'][number]['body']): string {
  return textAt(objectAt(body, 'text'), 'body') ?? '';
}

export interface StoredMessage {
  readonly status: string;
  readonly wamid: string | null;
  readonly error_code: number | null;
  readonly error_title: string | null;
  readonly callback_id: string;
}

export function storedMessage(store: Store, id: MessageId): StoredMessage {
  const row = store
    .prepare<StoredMessage>(
      'SELECT status, wamid, error_code, error_title, callback_id FROM message WHERE id = ?',
    )
    .get(id);
  if (row === undefined) throw new Error(`There is no message ${id}.`);
  return row;
}
