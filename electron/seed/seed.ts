import type { AccountId, ChatId } from '#shared/ids.ts';
import type { JsonObject } from '#shared/json.ts';
import { addBulkChat, addBulkMessage, settleBulkChats } from '../store/bulk-history.ts';
import { indexSome } from '../store/search-index.ts';
import type { Store, WriteTx } from '../store/store.ts';
import { generateHistory } from './history.ts';
import type { HistoryOptions, SeedChat, SeedMessage } from './history.ts';
import { unreachable } from '#shared/unreachable.ts';
import { inOrderOfTime } from './time-order.ts';

export interface SeedOptions extends HistoryOptions {
  readonly accountId: AccountId;
  /** The account's business portfolio, inside which user ids mean something. */
  readonly bsuidScope: string;
  readonly onProgress?: (written: number) => void;
}

export interface SeedResult {
  readonly chats: number;
  readonly messages: number;
}

/** Large enough to be fast, small enough that the write-ahead log stays small. */
const SLICE = 20_000;

/** What is younger than this has not been read yet. */
const UNREAD_MS = 6 * 3_600_000;

/**
 * Fills an account with synthetic history, in the order of time as real history grows. Running it
 * again with the same options adds nothing.
 */
export function seedHistory(store: Store, options: SeedOptions): SeedResult {
  const people = [...generateHistory(options)];
  const chats = addChats(store, people, options);
  const messages = addMessages(store, inOrderOfTime(pairs(people, chats)), options);
  store.write((tx) => settleBulkChats(tx, options.accountId, options.now - UNREAD_MS));
  while (store.write((tx) => indexSome(tx, SLICE, options.now)) > 0);
  return { chats: people.length, messages };
}

function addChats(store: Store, people: readonly SeedChat[], options: SeedOptions): ChatId[] {
  const { accountId, bsuidScope, now } = options;
  return store.write((tx) =>
    people.map(({ name, waId, phone, bsuid }) =>
      addBulkChat(tx, accountId, { name, waId, phone, bsuid, bsuidScope }, now),
    ),
  );
}

function* pairs(
  people: readonly SeedChat[],
  chats: readonly ChatId[],
): Generator<readonly [ChatId, Iterable<SeedMessage>]> {
  for (const [index, chatId] of chats.entries()) {
    const person = people[index];
    if (person !== undefined) yield [chatId, person.messages];
  }
}

function addMessages(
  store: Store,
  messages: Iterator<Placed>,
  { accountId, onProgress }: SeedOptions,
): number {
  let written = 0;
  for (let slice = take(messages, SLICE); slice.length > 0; slice = take(messages, SLICE)) {
    written += store.write((tx) => addSlice(tx, slice, accountId));
    onProgress?.(written);
  }
  return written;
}

type Placed = readonly [ChatId, SeedMessage];

function addSlice(tx: WriteTx, slice: readonly Placed[], accountId: AccountId): number {
  let written = 0;
  for (const [chatId, message] of slice) {
    const payload = JSON.stringify(payloadOf(message));
    if (addBulkMessage(tx, { ...message, chatId, accountId, payload })) written += 1;
  }
  return written;
}

function take(messages: Iterator<Placed>, count: number): Placed[] {
  const taken: Placed[] = [];
  while (taken.length < count) {
    const next = messages.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

/** The message as Meta would have written it. */
function payloadOf({ type, body, wamid }: SeedMessage): JsonObject {
  switch (type) {
    case 'text':
      return { type, text: { body } };
    case 'image':
      return { type, image: { id: wamid, mime_type: 'image/jpeg', caption: body } };
    case 'audio':
      return { type, audio: { id: wamid, mime_type: 'audio/ogg; codecs=opus', voice: true } };
    case 'document':
      return { type, document: { id: wamid, mime_type: 'application/pdf', filename: body } };
    case 'location':
      return { type, location: { latitude: -23.55, longitude: -46.63, name: body } };
    default:
      return unreachable(type);
  }
}
