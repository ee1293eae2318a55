import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, ContactId, MediaId } from '#shared/ids.ts';
import { addBlock, endBlock } from '#electron/store/blocks.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { createContact } from '#electron/store/contacts.ts';
import { ensureChat, ensureGroupChat, markReadUpTo } from '#electron/store/conversations.ts';
import { setFieldValue } from '#electron/store/custom-fields.ts';
import {
  assignIdentity,
  claimIdentity,
  leaveIdentity,
  noteNoUsername,
  noteUsername,
} from '#electron/store/identities.ts';
import { insertMessage } from '#electron/store/message-insert.ts';
import { insertNote } from '#electron/store/notes.ts';
import { deriveReaction, reactionActor } from '#electron/store/reactions.ts';
import type { Store, WriteTx } from '#electron/store/store.ts';
import { addCampaign, addField, addLabel } from './segment-people.ts';
import { addAccount, textMessage } from './store.ts';

/** A shop with everything that people can have a part in. */
export interface Shop {
  readonly store: Store;
  readonly accounts: readonly [AccountId, AccountId];
  readonly labels: readonly number[];
  readonly fields: readonly number[];
  readonly campaigns: readonly number[];
  readonly media: MediaId;
}

export function openShop(store: Store): Shop {
  const accounts = [addAccount(store), addAccount(store)] as const;
  const media = store.write((tx) =>
    asId<MediaId>(
      tx.run("INSERT INTO media (state, created_at) VALUES ('present', 0)").lastInsertRowid,
    ),
  );
  return {
    store,
    accounts,
    labels: ['VIP', 'Wholesale'].map((name) => addLabel(store, name)),
    fields: ['Size', 'Street'].map((name) => addField(store, name, 'text')),
    campaigns: ['Spring', 'Winter'].map((name) => addCampaign(store, accounts[0], name, 1)),
    media,
  };
}

/** One thing about a person: numbers choose which label, chat, time and so on is meant. */
export interface Trait {
  readonly what: (typeof TRAITS)[number];
  readonly a: number;
  readonly b: number;
}

export const TRAITS = [
  'phone',
  'left phone',
  'bsuid',
  'username',
  'no username',
  'chat',
  'inbound',
  'outbound',
  'queued',
  'group message',
  'group reaction',
  'label',
  'chat label',
  'removed label',
  'field',
  'opt out',
  'opt in',
  'block',
  'former block',
  'recipient',
  'note',
  'draft',
  'attachment',
  'receipt',
  'scheduled',
  'triage',
  'window',
  'words',
  'name',
] as const;

export function addTwo(
  shop: Shop,
  traits: readonly [readonly Trait[], readonly Trait[]],
): readonly [ContactId, ContactId] {
  const make = (mine: readonly Trait[]): ContactId =>
    shop.store.write((tx) => {
      const id = createContact(tx, 5);
      claimIdentity(tx, id, { kind: 'wa_id', value: `44770090000${id}`, scope: '' }, 3);
      for (const trait of mine) give(tx, shop, id, trait);
      return id;
    });
  return [make(traits[0]), make(traits[1])];
}

function give(tx: WriteTx, shop: Shop, id: ContactId, { what, a, b }: Trait): void {
  const accountId = shop.accounts[a % 2 === 0 ? 0 : 1];
  const at = 100 + b;
  const chat = (): ChatId => ensureChat(tx, accountId, id, at);
  const message = (more: Parameters<typeof textMessage>[2]) => {
    const { chatId = chat(), ...rest } = { ...more, chatId: more?.conversation_id };
    return insertMessage(tx, textMessage(accountId, chatId, { timestamp: at, ...rest }));
  };
  const ours = { direction: 'outbound', origin: 'frontdesk', is_notable: 0 } as const;
  switch (what) {
    case 'phone':
      return assignIdentity(
        tx,
        id,
        { kind: 'phone', value: `+44770090000${a % 3}`, scope: '' },
        at,
      );
    case 'left phone':
      return leaveIdentity(tx, id, { kind: 'phone', value: `+44770090000${a % 3}`, scope: '' }, at);
    case 'bsuid':
      return claimIdentity(tx, id, { kind: 'bsuid', value: `GB.${a % 3}`, scope: `p${b % 2}` }, at);
    case 'username':
      return noteUsername(tx, id, `name${a % 3}`, at);
    case 'no username':
      return noteNoUsername(tx, id, at);
    case 'chat':
      return void chat();
    case 'inbound':
      message({});
      return void tx.run('UPDATE conversation SET customer_active_at = ? WHERE id = ?', at, chat());
    case 'outbound':
      return void message({ ...ours, status: a % 3 === 0 ? 'failed' : 'sent' });
    case 'queued': {
      const queued = message({ ...ours, status: 'queued' });
      return void tx.run(
        `INSERT INTO outbox (message_id, conversation_id, account_id, state, next_attempt_at, created_at)
         VALUES (?, ?, ?, 'queued', 1, 1)`,
        queued,
        chat(),
        accountId,
      );
    }
    case 'group message':
      return void message({
        conversation_id: ensureGroupChat(tx, accountId, 'group', 1),
        sender_contact_id: id,
      });
    case 'group reaction':
      message({
        conversation_id: ensureGroupChat(tx, accountId, 'group', 1),
        sender_contact_id: id,
        type: 'reaction',
        body: ['👍', '🌹', ''][b % 3] ?? '',
        reply_to_wamid: `wamid.${accountId}`,
        is_notable: 0,
      });
      return deriveReaction(tx, {
        accountId,
        targetWamid: `wamid.${accountId}`,
        actor: reactionActor('inbound', id),
      });
    case 'label':
      return void tx.run(
        'INSERT OR IGNORE INTO contact_label (contact_id, label_id) VALUES (?, ?)',
        id,
        shop.labels[a % 2],
      );
    case 'chat label':
      return void tx.run(
        'INSERT OR IGNORE INTO conversation_label (conversation_id, label_id) VALUES (?, ?)',
        chat(),
        shop.labels[b % 2],
      );
    case 'removed label':
      tx.run(
        `INSERT OR IGNORE INTO removed_label (id, name, color, created_at, removed_at)
         VALUES (99, 'Old', '#000000', 0, 0)`,
      );
      return void tx.run(
        'INSERT OR IGNORE INTO removed_label_holder (label_id, kind, holder_id) VALUES (99, ?, ?)',
        b % 2 === 0 ? 'contact' : 'chat',
        b % 2 === 0 ? id : chat(),
      );
    case 'field':
      return setFieldValue(tx, id, asId(shop.fields[a % 2] ?? 0), `value ${b}`);
    case 'opt out':
    case 'opt in':
      return recordConsent(
        tx,
        {
          contact_id: id,
          kind: what === 'opt out' ? 'opt_out' : 'opt_in',
          source: a % 3 === 0 ? 'signup_link' : 'owner',
          evidence: JSON.stringify({ signup_id: b }),
          at,
        },
        at,
      );
    case 'block':
    case 'former block': {
      const standing = tx.prepare<{ n: number }>(
        'SELECT count(*) AS n FROM blocked_user WHERE contact_id = ? AND account_id = ? AND is_active = 1',
      );
      if (standing.get(id, accountId)?.n !== 0) return;
      const person = { contactId: id, phone: null, waId: null, bsuid: null };
      const block = { accountId, person, reason: `${b}`, until: null, by: 'owner' } as const;
      const blockId = addBlock(tx, block, at);
      if (what === 'former block') {
        endBlock(tx, { id: blockId, accountId, blockedAt: at, ...person }, 'owner', at);
      }
      return;
    }
    case 'recipient':
      return void tx.run(
        `INSERT INTO campaign_recipient (campaign_id, contact_id, parameters, status) VALUES (?, ?, '{}', 'read')`,
        shop.campaigns[a % 2],
        id,
      );
    case 'note':
      return void insertNote(tx, chat(), `Note ${b}`, at);
    case 'draft':
      return void tx.run(
        'UPDATE conversation SET draft = ?, note_draft = ? WHERE id = ?',
        `Draft ${b}`,
        `Thought ${b}`,
        chat(),
      );
    case 'attachment':
      return void tx.run(
        `INSERT INTO draft_attachment (conversation_id, media_id, send_as, position) VALUES (?, ?, 'image', ?)`,
        chat(),
        shop.media,
        b,
      );
    case 'receipt':
      return void tx.run(
        `INSERT OR IGNORE INTO read_receipt (conversation_id, account_id, wamid, next_attempt_at) VALUES (?, ?, ?, 1)`,
        chat(),
        accountId,
        `wamid.${b}`,
      );
    case 'scheduled':
      return void tx.run(
        `INSERT INTO scheduled_message (conversation_id, account_id, body, due_at, created_at) VALUES (?, ?, 'Later', ?, 1)`,
        chat(),
        accountId,
        at,
      );
    case 'triage':
      return void tx.run(
        `UPDATE conversation SET is_resolved = ?, pinned_at = ?, snoozed_until = ?, assigned_to = 'me' WHERE id = ?`,
        b % 2,
        at,
        b % 3 === 0 ? at : null,
        chat(),
      );
    case 'window':
      markReadUpTo(tx, chat(), at);
      return void tx.run(
        `UPDATE conversation SET customer_active_at = ?, window_refused_at = ?, referral = ?, referral_at = ?
         WHERE id = ?`,
        at,
        b % 2 === 0 ? at + 1 : null,
        `{"n":${b}}`,
        at,
        chat(),
      );
    case 'words':
      return void tx.run(
        'UPDATE contact SET notes = ?, email = ?, language = ? WHERE id = ?',
        `Words ${b}`,
        a % 2 === 0 ? `${b}@example.com` : null,
        b % 2 === 0 ? 'pt' : null,
        id,
      );
    case 'name':
      return void tx.run(
        `UPDATE contact SET name = ?, name_source = 'owner', name_at = ? WHERE id = ?`,
        `Name ${b}`,
        at,
        id,
      );
  }
}
