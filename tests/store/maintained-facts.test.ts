import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatId, MessageId } from '#shared/ids.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { hideMessage } from '#electron/store/message-marks.ts';
import { insertMessage } from '#electron/store/message-insert.ts';
import { settleStatus } from '#electron/store/message-status.ts';
import { deleteMessage, knownMessage, sendAgain } from '#electron/store/outgoing.ts';
import { recordStatus } from '#electron/store/statuses.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, memoryStore, textMessage } from '../support/store.ts';

const at = fc.integer({ min: 1, max: 20 });
const chat = fc.constantFrom(0, 1);
const nth = fc.nat(30);
const step = fc.oneof(
  fc.record({ do: fc.constant('receive'), chat, at, type: fc.constantFrom('text', 'reaction') }),
  fc.record({ do: fc.constant('notice'), chat, at, isNotable: fc.constantFrom(0, 1) }),
  fc.record({
    do: fc.constant('send'),
    chat,
    at,
    type: fc.constantFrom('text', 'reaction'),
    status: fc.constantFrom('queued', 'sent', 'failed', 'unknown'),
  }),
  fc.record({ do: fc.constant('status'), nth, status: fc.constantFrom('failed', 'sent', 'read') }),
  fc.record({ do: fc.constant('discard'), nth }),
  fc.record({ do: fc.constant('retry'), nth, at }),
  fc.record({ do: fc.constant('hide'), nth, isHidden: fc.boolean() }),
) satisfies fc.Arbitrary<{ readonly do: string }>;
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The facts worked out anew from every message, in JavaScript. */
function derived(store: Store): unknown[] {
  const chats = store.prepare<{ id: ChatId }>('SELECT id FROM conversation ORDER BY id').all();
  return chats.map(({ id }) => {
    const messages = store
      .prepare<{
        direction: string;
        type: string;
        status: string;
        is_notable: number;
        hidden_at: number | null;
      }>('SELECT * FROM message WHERE conversation_id = ? ORDER BY timestamp, id')
      .all(id);
    const turns = messages.filter(
      ({ direction, type, status, is_notable: isNotable }) =>
        type !== 'reaction' &&
        (type !== 'system' || isNotable === 1) &&
        (direction === 'inbound' || status !== 'failed'),
    );
    const problems = messages.filter(
      ({ direction, type, status, hidden_at: hiddenAt }) =>
        direction === 'outbound' &&
        type !== 'reaction' &&
        hiddenAt === null &&
        ['failed', 'unknown'].includes(status),
    );
    const isWaiting = turns.at(-1)?.direction === 'inbound' ? 1 : 0;
    return { id, is_waiting: isWaiting, failed_count: problems.length };
  });
}

function maintained(store: Store): unknown[] {
  return store.prepare('SELECT id, is_waiting, failed_count FROM conversation ORDER BY id').all();
}

describe('who waits and what failed', () => {
  it('is what the messages say, whatever happened to them and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.boolean(), (steps, isMerged) => {
        const store = memoryStore();
        const account = addAccount(store);
        const people = [addChat(store, account), addChat(store, account)] as const;
        const messages: MessageId[] = [];
        for (const each of steps) store.write((tx) => take(tx, each));
        if (isMerged) {
          store.write((tx) => mergeContacts(tx, people[0].contactId, people[1].contactId, 99));
        }
        expect(maintained(store)).toEqual(derived(store));
        store.close();

        function take(tx: Parameters<Parameters<Store['write']>[0]>[0], each: Step): void {
          if ('chat' in each) {
            const { chatId } = people[each.chat === 0 ? 0 : 1];
            const id = insertMessage(tx, textMessage(account, chatId, messageOf(each)));
            if (id !== undefined) messages.push(id);
            return;
          }
          const id = messages[each.nth % Math.max(1, messages.length)];
          const message = id === undefined ? undefined : knownMessage(tx, id);
          if (message === undefined) return;
          const isOurs = message.direction === 'outbound';
          if (each.do === 'hide') {
            hideMessage(tx, message.id, 'isHidden' in each && each.isHidden ? 1 : null);
          } else if (each.do === 'discard') deleteMessage(tx, message);
          else if (each.do === 'retry' && isOurs && 'at' in each) {
            sendAgain(tx, message, `again-${message.id}-${each.at}-${Math.random()}`, each.at);
          } else if ('status' in each && isOurs && message.wamid !== null) {
            recordStatus(tx, {
              wamid: message.wamid,
              status: each.status,
              at: 1,
              recipient: '',
              account_id: account,
              error_code: null,
              error_title: null,
              error_details: null,
              pricing: null,
              conversation: null,
              callback_id: null,
            });
            settleStatus(tx, message.id);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

function messageOf(each: Extract<Step, { chat: number }>): Parameters<typeof textMessage>[2] {
  if ('isNotable' in each) {
    return { type: 'system', timestamp: each.at, is_notable: each.isNotable === 1 ? 1 : 0 };
  }
  const type = each.type === 'reaction' ? 'reaction' : 'text';
  if (!('status' in each)) return { type, timestamp: each.at };
  const status = (['queued', 'sent', 'failed', 'unknown'] as const).find(
    (name) => name === each.status,
  );
  return {
    type,
    timestamp: each.at,
    direction: 'outbound',
    origin: 'frontdesk',
    status: status ?? 'queued',
    is_notable: 0,
  };
}
