import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  activeBlock,
  addBlock,
  addRefusedBlock,
  changeBlock,
  endBlock,
} from '#electron/store/blocks.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { noteReferral } from '#electron/store/conversations.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import { countShared, pageShared } from '#electron/store/shared-files.ts';
import type { Store } from '#electron/store/store.ts';
import { pageTimeline } from '#electron/store/timeline.ts';
import type { AccountId, ChatId, ContactId } from '#shared/ids.ts';
import type { MessageType } from '#shared/models/message.ts';
import type { SharedKind } from '#shared/models/shared-files.ts';
import type { TimelineEntry } from '#shared/models/timeline.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

let store: Store;
let account: AccountId;
let chatId: ChatId;
let contactId: ContactId;

beforeEach(() => {
  store = memoryStore();
  account = addAccount(store);
  ({ chatId, contactId } = addChat(store, account));
});

afterEach(() => store.close());

function add(type: MessageType, timestamp: number, payload: object, chat = chatId): number {
  return addMessage(store, account, chat, {
    type,
    timestamp,
    body: '',
    payload: JSON.stringify({ type, ...payload }),
  });
}

function wholeTimeline(limit: number): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let after: ReturnType<typeof decodeCursor> = null;
  do {
    const page = pageTimeline(store, contactId, { after, limit });
    entries.push(...page.entries);
    after = page.nextCursor === null ? null : decodeCursor(page.nextCursor);
  } while (after !== null);
  return entries;
}

/** A life with a customer; several things happen at one moment. */
function live(): void {
  addMessage(store, account, chatId, { timestamp: 10 });
  addMessage(store, account, chatId, { timestamp: 20 });
  add('system', 30, { call: { status: 'missed' } });
  add('order', 30, { order: { product_items: [{ product_retailer_id: 'p', quantity: 2 }] } });
  add('template', 40, { template: { name: 'spring_sale', language: { code: 'en' } } });
  add('interactive', 50, {
    interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"size":"L"}' } },
  });
  add('interactive', 55, { interactive: { type: 'button_reply', button_reply: { title: 'Yes' } } });
  store.write((tx) => {
    noteReferral(tx, chatId, JSON.stringify({ source_type: 'ad', headline: 'Spring' }), 10);
    for (const [at, kind] of [
      [30, 'opt_out'],
      [60, 'opt_in'],
    ] as const) {
      recordConsent(
        tx,
        { contact_id: contactId, kind, source: 'whatsapp_preference', evidence: '{}', at },
        at,
      );
    }
  });
}

function word(entry: TimelineEntry): string {
  if (entry.kind === 'consent') return entry.change;
  return entry.kind === 'message' ? entry.content.kind : entry.kind;
}

describe('the timeline of a person', () => {
  it('tells every touch, newest first', () => {
    live();
    expect(wholeTimeline(50).map((entry) => [entry.at, word(entry)])).toEqual([
      [60, 'opt_in'],
      [50, 'flow_answer'],
      [40, 'template'],
      [30, 'order'],
      [30, 'system'],
      [30, 'opt_out'],
      [10, 'referral'],
      [10, 'began'],
    ]);
  });

  it.each([1, 2, 3, 5])('is the same in pages of %i', (limit) => {
    live();
    const other = addAccount(store, 'Second');
    store.write((tx) =>
      tx.run(
        'INSERT INTO conversation (id, account_id, contact_id, created_at) VALUES (99, ?, ?, 0)',
        other,
        contactId,
      ),
    );
    const whole = wholeTimeline(50);
    expect(wholeTimeline(limit)).toEqual(whole);
    expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length);
  });

  it('tells when a number of ours blocked the person and let go of them, and of no refused block', () => {
    const person = { contactId, phone: '+5511900000001', waId: null, bsuid: null };
    const refusing = addAccount(store);
    const order = { accountId: account, person, until: null, by: 'owner' } as const;
    store.write((tx) => {
      const first = addBlock(tx, { ...order, reason: 'Insults' }, 30);
      const block = activeBlock(tx, first);
      if (block !== undefined) endBlock(tx, block, 'time', 30);
      const second = addBlock(tx, { ...order, reason: '' }, 40);
      changeBlock(tx, second, { reason: 'Spam', until: null }, 45);
      addRefusedBlock(tx, { ...order, accountId: refusing, reason: '' }, 'No.', 50);
    });
    const told = wholeTimeline(50);
    expect(told).toEqual([
      { kind: 'unblocked', key: 'unblocked-3', at: 45, accountName: 'Casa Verde', by: 'change' },
      {
        kind: 'blocked',
        key: 'blocked-2',
        at: 40,
        accountName: 'Casa Verde',
        by: 'owner',
        reason: 'Spam',
      },
      { kind: 'unblocked', key: 'unblocked-1', at: 30, accountName: 'Casa Verde', by: 'time' },
      {
        kind: 'blocked',
        key: 'blocked-1',
        at: 30,
        accountName: 'Casa Verde',
        by: 'owner',
        reason: 'Insults',
      },
    ]);
    expect(wholeTimeline(1), 'one by one').toEqual(told);
  });

  it('says nothing of what was hidden or deleted', () => {
    add('order', 30, { order: { product_items: [] } });
    store.write((tx) => tx.run('UPDATE message SET hidden_at = 1'));
    expect(wholeTimeline(50)).toEqual([]);
  });

  it('is read from indexes, without sorting', () => {
    live();
    store.prepare('ANALYZE').run();
    const plan = plansOf(store, () =>
      pageTimeline(store, contactId, { after: { at: 50, id: 9 }, limit: 5 }),
    );
    expect(plan).toContain('USING INDEX message_events');
    // A person's few decisions about marketing, and their few blocks, are sorted as they are.
    expect(plan.match(/TEMP B-TREE/g) ?? []).toHaveLength(2);
    expect(plan).not.toMatch(/SCAN (?!consent_event|\(subquery)/);
  });
});

function hold(): void {
  add('image', 10, { image: { id: '1' } });
  add('video', 20, { video: { id: '2' } });
  add('document', 30, { document: { id: '3', filename: 'a.pdf' } });
  add('audio', 40, { audio: { id: '4' } });
  addMessage(store, account, chatId, { timestamp: 50, body: 'See https://a.example/x' });
  addMessage(store, account, chatId, { timestamp: 60, body: 'or www.b.example' });
  addMessage(store, account, chatId, { timestamp: 70, body: 'http and such' });
  const other = addChat(store, account);
  add('image', 80, { image: { id: '5' } }, other.chatId);
}

function times(kind: SharedKind, limit = 1): number[] {
  const found: number[] = [];
  let after: ReturnType<typeof decodeCursor> = null;
  do {
    const page = pageShared(store, { chatId, kind, after, limit });
    found.push(...page.messages.map(({ timestamp }) => timestamp));
    after = page.nextCursor === null ? null : decodeCursor(page.nextCursor);
  } while (after !== null);
  return found;
}

describe('what a chat holds', () => {
  it('comes by kind, newest first, page by page, and is counted', () => {
    hold();
    expect([times('media'), times('documents'), times('links')]).toEqual([
      [20, 10],
      [30],
      [60, 50],
    ]);
    expect(countShared(store, chatId)).toEqual({ media: 2, documents: 1, links: 2 });
  });

  it('leaves out what was hidden or deleted', () => {
    hold();
    store.write((tx) => {
      tx.run("UPDATE message SET is_deleted = 1 WHERE type = 'image'");
      tx.run("UPDATE message SET hidden_at = 1 WHERE type = 'document'");
    });
    expect(countShared(store, chatId)).toEqual({ media: 1, documents: 0, links: 2 });
    expect([times('media'), times('documents')]).toEqual([[20], []]);
  });

  it.each(['media', 'documents', 'links'] as const)('reads %s from their index', (kind) => {
    hold();
    store.prepare('ANALYZE').run();
    const query = { chatId, kind, after: { at: 50, id: 5 }, limit: 5 };
    const [page] = plansOf(store, () => pageShared(store, query)).split('\n');
    expect(page).toMatch(/USING (COVERING )?INDEX message_(pictures|documents|links)/);
  });
});
