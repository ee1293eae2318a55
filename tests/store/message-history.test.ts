import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { MessageId } from '#shared/ids.ts';
import { sendMessage } from '#electron/sending/compose.ts';
import { messageHistory } from '#electron/store/message-history.ts';
import { NOW, openWayIn } from '../support/way-in.ts';
import { openWindow } from '../support/sending.ts';
import { addChat } from '../support/store.ts';
import {
  ANA,
  MONDAY,
  delivery,
  messageDelivery,
  status,
  statusesChange,
} from '../support/webhooks.ts';

const FIRST = asId<MessageId>(1);

describe('what happened to a message', () => {
  it('names the delivery that brought it, among many that did not', async () => {
    const wayIn = openWayIn();
    const others = Array.from({ length: 40 }, () => messageDelivery(ANA));
    await wayIn.receive(
      messageDelivery(ANA, { id: 'wamid.IN', type: 'text', text: { body: 'Hi' } }),
      ...others,
    );
    expect(messageHistory(wayIn.store, FIRST)).toMatchObject({
      wamid: 'wamid.IN',
      direction: 'inbound',
      storedAt: NOW,
      payload: { type: 'text', text: { body: 'Hi' } },
      statuses: [],
      sending: null,
      deliveries: [{ id: 1, receivedAt: NOW, state: 'processed', error: null }],
    });
  });

  it('tells attempts, each status with its price, and an error in words with its code', async () => {
    const wayIn = openWayIn();
    const { store, accountId } = wayIn;
    const { chatId } = addChat(store, accountId);
    openWindow(store, chatId, NOW);
    const content = { body: 'Ready' };
    const id = sendMessage(
      { store, clock: () => NOW },
      { chatId, type: 'text', content, replyToWamid: null },
    );
    store.write((tx) => {
      tx.run("UPDATE message SET wamid = 'wamid.OUT', status = 'sent'");
      tx.run("UPDATE outbox SET state = 'accepted', attempts = 2, claimed_at = ?", NOW);
    });
    const pricing = { billable: false, category: 'service', type: 'regular' };
    const errors = [{ code: 131026, title: 'Message undeliverable' }];
    await wayIn.receive(
      delivery(statusesChange([status('wamid.OUT', 'sent', { pricing })])),
      delivery(
        statusesChange([status('wamid.OUT', 'failed', { errors, timestamp: String(MONDAY + 5) })]),
      ),
    );
    const history = messageHistory(store, id);
    expect(history).toMatchObject({
      payload: { type: 'text', text: content },
      statuses: [
        { status: 'sent', at: MONDAY * 1000, pricing, error: null },
        { status: 'failed', error: { code: 131026 } },
      ],
      sending: { attempts: 2, lastAttemptAt: NOW },
      deliveries: [{ id: 1 }, { id: 2 }],
    });
    expect(history?.statuses[1]?.error?.advice).toMatch(/\w{4}/u);
  });

  it('keeps what was forged out of the story', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA, { id: 'wamid.IN' }));
    wayIn.store.write((tx) => tx.run("UPDATE webhook_log SET state = 'quarantined'"));
    expect(messageHistory(wayIn.store, FIRST)?.deliveries).toEqual([]);
  });

  it('is nothing for a message that is gone', () => {
    expect(messageHistory(openWayIn().store, FIRST)).toBeUndefined();
  });
});
