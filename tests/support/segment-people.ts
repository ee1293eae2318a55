import { asId } from '#shared/ids.ts';
import type { AccountId, ContactId, CustomFieldId, LabelId } from '#shared/ids.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import { insertField, setFieldValue } from '#electron/store/custom-fields.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { insertLabel } from '#electron/store/labels.ts';
import type { Store } from '#electron/store/store.ts';
import { addMessage, blockPerson } from './store.ts';

export const DAY = 86_400_000;
/** A Tuesday, around noon wherever the tests run. */
export const NOW = new Date(2026, 5, 16, 12).getTime();

/** All that rules can ask of a person. Times are ms since 1970; null: never. */
export interface Facts {
  readonly phone: string;
  readonly country: 'BR' | 'US' | 'CA' | 'JM';
  readonly labelsOnThem: readonly LabelId[];
  readonly labelsOnChat: readonly LabelId[];
  readonly consent: 'in' | 'out' | 'unknown';
  readonly wroteAt: number | null;
  readonly gotReplyAt: number | null;
  readonly campaigns: readonly { readonly campaignId: number; readonly status: string }[];
  readonly fields: ReadonlyMap<CustomFieldId, string>;
  readonly language: string | null;
  readonly source: 'signup' | 'advert' | 'import' | 'direct';
  readonly isBlocked: boolean;
  readonly createdAt: number;
}

export const NOBODY_SPECIAL: Facts = {
  phone: '+5511987650001',
  country: 'BR',
  labelsOnThem: [],
  labelsOnChat: [],
  consent: 'unknown',
  wroteAt: null,
  gotReplyAt: null,
  campaigns: [],
  fields: new Map(),
  language: null,
  source: 'direct',
  isBlocked: false,
  createdAt: NOW - 100 * DAY,
};

/** Writes a person as the app would have come to know them. */
export function addPerson(store: Store, accountId: AccountId, facts: Facts): ContactId {
  const { contactId, chatId } = store.write((tx) => {
    const id = asId<ContactId>(
      tx.run(
        `INSERT INTO contact (name, language, subscribed_via_signup_id, created_at, updated_at)
         VALUES ('Ana', ?, ?, ?, 0)`,
        facts.language,
        facts.source === 'signup' ? '7' : null,
        facts.createdAt,
      ).lastInsertRowid,
    );
    tx.run(
      "INSERT INTO contact_identity (contact_id, kind, value, first_seen_at) VALUES (?, 'phone', ?, 0)",
      id,
      facts.phone,
    );
    const chat = tx.run(
      'INSERT INTO conversation (account_id, contact_id, referral, created_at) VALUES (?, ?, ?, 0)',
      accountId,
      id,
      facts.source === 'advert' ? '{}' : null,
    ).lastInsertRowid;
    if (facts.source === 'import') {
      tx.run(
        `INSERT INTO import_row (import_id, row, contact_id, phone, change) VALUES (1, ?, ?, ?, ?)`,
        id,
        id,
        facts.phone,
        JSON.stringify({ before: null }),
      );
    }
    for (const label of facts.labelsOnThem) {
      tx.run('INSERT INTO contact_label (contact_id, label_id) VALUES (?, ?)', id, label);
    }
    for (const label of facts.labelsOnChat) {
      tx.run(
        'INSERT INTO conversation_label (conversation_id, label_id) VALUES (?, ?)',
        chat,
        label,
      );
    }
    for (const [field, value] of facts.fields) setFieldValue(tx, id, field, value);
    for (const { campaignId, status } of facts.campaigns) {
      tx.run(
        `INSERT INTO campaign_recipient (campaign_id, contact_id, parameters, status) VALUES (?, ?, '{}', ?)`,
        campaignId,
        id,
        status,
      );
    }
    if (facts.consent !== 'unknown') {
      const kind = facts.consent === 'in' ? 'opt_in' : 'opt_out';
      recordConsent(tx, { contact_id: id, kind, source: 'owner', evidence: '{}', at: 1 }, NOW);
    }
    return { contactId: id, chatId: asId<Parameters<typeof blockPerson>[1]>(chat) };
  });
  if (facts.wroteAt !== null) {
    addMessage(store, accountId, chatId, { timestamp: facts.wroteAt });
    setInbound(store, chatId, facts.wroteAt);
  }
  if (facts.gotReplyAt !== null) {
    const ours = { direction: 'outbound', origin: 'frontdesk', status: 'sent' } as const;
    addMessage(store, accountId, chatId, { ...ours, timestamp: facts.gotReplyAt });
  }
  if (facts.isBlocked) blockPerson(store, chatId);
  return contactId;
}

/** What ingest notes of a customer's message. */
function setInbound(store: Store, chatId: number, at: number): void {
  store.write((tx) =>
    tx.run(
      'UPDATE conversation SET last_inbound_at = ?, customer_active_at = ? WHERE id = ?',
      at,
      at,
      chatId,
    ),
  );
}

export function addLabel(store: Store, name: string): LabelId {
  return store.write((tx) => insertLabel(tx, name, '#3f8f63', 0));
}

export function addField(store: Store, name: string, type: FieldType): CustomFieldId {
  return store.write((tx) => insertField(tx, { name, type }, 0));
}

export function addCampaign(
  store: Store,
  accountId: AccountId,
  name: string,
  startedAt: number,
): number {
  return store.write(
    (tx) =>
      tx.run(
        `INSERT INTO campaign (account_id, name, status, started_at, created_at) VALUES (?, ?, 'completed', ?, 0)`,
        accountId,
        name,
        startedAt,
      ).lastInsertRowid,
  );
}

/** An import whose rows `addPerson` can name. */
export function addImport(store: Store): void {
  store.write((tx) =>
    tx.run(
      `INSERT INTO import (id, file_name, sha256, headers, state, data_rows, started_at)
       VALUES (1, 'people.csv', '', '[]', 'done', 0, 0)`,
    ),
  );
}
