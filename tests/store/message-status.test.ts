import { describe, expect, it } from 'vitest';
import type { AccountId, MessageId } from '#shared/ids.ts';
import { adoptWamid, settleStatus } from '#electron/store/message-status.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

function queuedMessage(): { store: Store; accountId: AccountId; messageId: MessageId } {
  const store = memoryStore();
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId);
  const messageId = addMessage(store, accountId, chatId, {
    direction: 'outbound',
    origin: 'frontdesk',
    status: 'queued',
    wamid: null,
    callback_id: 'callback-1',
  });
  store.write((tx) =>
    tx.run(
      `INSERT INTO outbox (message_id, conversation_id, account_id, state, next_attempt_at, created_at)
       VALUES (?, ?, ?, 'claimed', 0, 0)`,
      messageId,
      chatId,
      accountId,
    ),
  );
  return { store, accountId, messageId };
}

function addFact(
  store: Store,
  accountId: AccountId,
  status: string,
  error: { code: number; title: string } | null = null,
): void {
  store.write((tx) =>
    tx.run(
      `INSERT INTO message_status (wamid, status, at, account_id, error_code, error_title)
       VALUES ('wamid.A', ?, 1000, ?, ?, ?)`,
      status,
      accountId,
      error?.code ?? null,
      error?.title ?? null,
    ),
  );
}

function statusOf(store: Store, id: MessageId): unknown {
  return store.prepare('SELECT status, error_code, error_title FROM message WHERE id = ?').get(id);
}

describe('the status of a message', () => {
  it('is found among the facts that came before Meta answered', () => {
    const { store, accountId, messageId } = queuedMessage();
    addFact(store, accountId, 'read');
    addFact(store, accountId, 'sent');
    store.write((tx) => adoptWamid(tx, messageId, 'wamid.A'));
    expect(statusOf(store, messageId)).toMatchObject({ status: 'read' });
    expect(store.prepare('SELECT state FROM outbox').get()).toEqual({ state: 'accepted' });
  });

  it('goes forward and never back', () => {
    const { store, accountId, messageId } = queuedMessage();
    store.write((tx) => adoptWamid(tx, messageId, 'wamid.A'));
    const seen: unknown[] = [];
    for (const fact of ['delivered', 'sent', 'read', 'failed']) {
      addFact(store, accountId, fact, fact === 'failed' ? { code: 131026, title: 'No' } : null);
      store.write((tx) => settleStatus(tx, messageId));
      seen.push(statusOf(store, messageId));
    }
    expect(seen).toMatchObject([
      { status: 'delivered' },
      { status: 'delivered' },
      { status: 'read' },
      { status: 'read', error_code: null },
    ]);
  });

  it('keeps why a message failed, and forgets it when it was delivered after all', () => {
    const { store, accountId, messageId } = queuedMessage();
    store.write((tx) => adoptWamid(tx, messageId, 'wamid.A'));
    addFact(store, accountId, 'failed', { code: 131026, title: 'Undeliverable' });
    store.write((tx) => settleStatus(tx, messageId));
    expect(statusOf(store, messageId)).toEqual({
      status: 'failed',
      error_code: 131026,
      error_title: 'Undeliverable',
    });
    addFact(store, accountId, 'delivered');
    store.write((tx) => settleStatus(tx, messageId));
    expect(statusOf(store, messageId)).toEqual({
      status: 'delivered',
      error_code: null,
      error_title: null,
    });
  });

  it('takes a wamid once: a second one does not replace it', () => {
    const { store, messageId } = queuedMessage();
    store.write((tx) => adoptWamid(tx, messageId, 'wamid.A'));
    store.write((tx) => adoptWamid(tx, messageId, 'wamid.B'));
    expect(store.prepare('SELECT wamid FROM message WHERE id = ?').get(messageId)).toEqual({
      wamid: 'wamid.A',
    });
  });
});
