import { describe, expect, it, onTestFinished } from 'vitest';
import type { AccountId, MessageId } from '#shared/ids.ts';
import { systemClock } from '#electron/clock.ts';
import { sendMessage, sendText } from '#electron/sending/compose.ts';
import { keepForReply } from '#electron/sending/keep-for-reply.ts';
import { discardMessage, retryMessage } from '#electron/sending/retry.ts';
import { startSender } from '#electron/sending/sender.ts';
import { takeBack } from '#electron/sending/take-back.ts';
import { findChat } from '#electron/store/chats.ts';
import { openWindow } from '#electron/store/conversations.ts';
import { settleStatus } from '#electron/store/message-status.ts';
import { findMessage, newestMessages } from '#electron/store/messages.ts';
import { recordStatus } from '#electron/store/statuses.ts';
import type { Store } from '#electron/store/store.ts';
import { deadUrl } from '../support/graph-server.ts';
import {
  crowdOf,
  laneDeps,
  openChatWith,
  platformFor,
  sendingWorld,
  storedMessage,
  textOf,
} from '../support/sending.ts';
import { addAccount, memoryStore } from '../support/store.ts';

const HOUR = 3_600_000;

/** A chat whose window closed while what was written in it waited. */
async function waitedTooLong(...bodies: readonly [string, ...string[]]) {
  const customers = crowdOf(1);
  const [ana] = customers;
  if (ana === undefined) throw new Error('Nobody is there.');
  const platform = await platformFor(customers);
  const store = memoryStore();
  const accountId = addAccount(store);
  const wroteAt = Date.now() - 25 * HOUR;
  const chatId = openChatWith(store, accountId, ana, wroteAt);
  const written = { store, clock: () => wroteAt + HOUR };
  const say = (body: string) => sendText(written, { chatId, body, replyTo: null });
  const [first, ...others] = bodies;
  const ids: readonly [MessageId, ...MessageId[]] = [say(first), ...others.map(say)];
  const sender = startSender(laneDeps(store, platform.url));
  onTestFinished(async () => {
    await sender.stop();
    await platform.stop();
    store.close();
  });
  await sender.idle();
  return {
    store,
    chatId,
    ids,
    sender,
    deps: { store, clock: systemClock },
    taken: () => platform.accepted.map(({ body }) => textOf(body)),
    customerWrites: (at = Date.now()) => {
      store.write((tx) => openWindow(tx, chatId, at));
    },
  };
}

function shown(store: Store, id: MessageId) {
  const message = findMessage(store, id);
  return message && { status: message.status, hold: message.hold, code: message.error?.code };
}

const ASKED = { status: 'failed', hold: 'window_closed', code: 131047 };
const KEPT = { status: 'queued', hold: 'until_reply', code: undefined };

describe('a message that waited until the window closed', () => {
  it('is held without troubling Meta, and its chat needs the owner', async () => {
    const { store, chatId, ids, taken } = await waitedTooLong('one', 'two');
    for (const id of ids) expect(shown(store, id)).toEqual(ASKED);
    expect(findChat(store, chatId)?.failedCount).toBe(2);
    expect(taken()).toEqual([]);
  });

  it('is held when Meta says so, at once or in a status', async () => {
    const { store, accountId, platform, say, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131047 });
    const refused = say(0, 'refused');
    const taken = say(1, 'taken, then refused');
    await sender.idle();
    expect(shown(store, refused)).toEqual(ASKED);
    const wamid = storedMessage(store, taken).wamid ?? '';
    store.write((tx) => {
      recordStatus(tx, failedStatus(wamid, accountId));
      settleStatus(tx, taken);
    });
    expect(shown(store, taken)).toEqual(ASKED);
    keepForReply({ store, clock: systemClock }, taken);
    expect(shown(store, taken)).toEqual(KEPT);
    expect(storedMessage(store, taken).wamid, 'late news of it belongs to the past').toBe(null);
  });

  it('is asked about no more when it got through after all', async () => {
    const { store, accountId, say, sender } = await sendingWorld();
    const id = say(0, 'one');
    await sender.idle();
    const wamid = storedMessage(store, id).wamid ?? '';
    const failed = failedStatus(wamid, accountId);
    store.write((tx) => {
      recordStatus(tx, failed);
      settleStatus(tx, id);
      recordStatus(tx, { ...failed, status: 'delivered', error_code: null, error_title: null });
      settleStatus(tx, id);
    });
    expect(shown(store, id)).toEqual({ status: 'delivered', hold: null, code: undefined });
  });

  it('leaves by itself and in order when the customer writes, if the owner wants that', async () => {
    const { store, chatId, ids, deps, sender, taken, customerWrites } = await waitedTooLong(
      'one',
      'two',
      'three',
    );
    const [one, two, three] = ids;
    // Decided in another order than they were written.
    for (const id of ids.toReversed()) keepForReply(deps, id);
    expect(shown(store, one)).toEqual(KEPT);
    expect(findChat(store, chatId)?.failedCount, 'nobody is needed any more').toBe(0);
    await sender.idle();
    expect(taken()).toEqual([]);

    customerWrites(Date.now() - 25 * HOUR + 60_000);
    await sender.idle();
    expect(taken(), 'old news opens no window').toEqual([]);
    expect(shown(store, one)).toEqual(KEPT);

    const before = Date.now();
    customerWrites();
    await expect.poll(taken).toEqual(['one', 'two', 'three']);
    await sender.idle();
    expect(shown(store, two ?? one)).toEqual({ status: 'accepted', hold: null, code: undefined });
    const thread = newestMessages(store, chatId, 10).messages;
    expect(thread.map(({ id }) => id)).toEqual([one, two, three]);
    expect(thread[0]?.timestamp, 'it stands where it left').toBeGreaterThanOrEqual(before);
  });

  it('holds up no template while it waits for the customer', async () => {
    const { chatId, ids, deps, sender, taken } = await waitedTooLong('late');
    keepForReply(deps, ids[0]);
    const content = { name: 'hello', language: { code: 'en' } };
    sendMessage(deps, { chatId, type: 'template', content, replyToWamid: null });
    await sender.idle();
    expect(taken(), 'a template has no text of its own').toEqual(['']);
  });

  it('is asked about again when the window closes once more before it could leave', async () => {
    const { store, chatId, ids, deps, sender, customerWrites } = await waitedTooLong('late');
    await sender.stop();
    keepForReply(deps, ids[0]);
    customerWrites();
    const nowhere = await deadUrl();
    const offline = startSender(laneDeps(store, nowhere));
    await offline.idle();
    expect(findMessage(store, ids[0])).toMatchObject({ status: 'queued', hold: null });
    await offline.stop();
    store.write((tx) => {
      tx.run('UPDATE conversation SET customer_active_at = ? WHERE id = ?', 1, chatId);
      tx.run('UPDATE outbox SET next_attempt_at = 0');
    });
    const again = startSender(laneDeps(store, nowhere));
    onTestFinished(() => again.stop());
    await again.idle();
    expect(shown(store, ids[0])).toEqual(ASKED);
  });

  it('goes back into the draft, or away, as the owner says', async () => {
    const { store, chatId, ids, deps } = await waitedTooLong('back', 'away', 'kept');
    const [back, away, kept] = ids;
    expect(takeBack(deps, back)).toBe('back');
    discardMessage(deps, away ?? back);
    keepForReply(deps, kept ?? back);
    expect(takeBack(deps, kept ?? back), 'also after that decision').toBe('kept');
    expect(findChat(store, chatId)?.draft).toBe('kept\nback');
    expect(newestMessages(store, chatId, 10).messages).toEqual([]);
  });

  it('can be sent at once when the window is open again, and not before', async () => {
    const { store, ids, deps, sender, taken, customerWrites } = await waitedTooLong('late');
    expect(() => retryMessage(deps, ids[0])).toThrow(
      expect.objectContaining({ code: 'window_closed' }),
    );
    customerWrites();
    await sender.idle();
    expect(taken(), 'nothing leaves that the owner did not decide').toEqual([]);
    retryMessage(deps, ids[0]);
    await sender.idle();
    expect(taken()).toEqual(['late']);
    expect(shown(store, ids[0])?.hold).toBe(null);
  });

  it('of which nobody is asked can’t be kept', async () => {
    const { store, say, sender, platform } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131026 });
    const [failed, sent] = [say(0, 'failed'), say(1, 'sent')];
    await sender.idle();
    for (const id of [failed, sent]) {
      expect(() => keepForReply({ store, clock: systemClock }, id)).toThrow(
        expect.objectContaining({ code: 'conflict' }),
      );
    }
  });
});

function failedStatus(wamid: string, accountId: AccountId) {
  return {
    wamid,
    status: 'failed',
    at: Date.now(),
    recipient: '',
    account_id: accountId,
    error_code: 131047,
    error_title: 'Re-engagement message',
    error_details: null,
    pricing: null,
    conversation: null,
    callback_id: null,
  };
}
