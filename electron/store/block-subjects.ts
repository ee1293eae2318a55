import type { AccountId, ContactId } from '#shared/ids.ts';
import type { BlockedPerson } from './blocks.ts';
import { bestName, identityOf } from './contact-name.ts';
import type { Reader } from './store.ts';

/** A contact, seen by one number of ours that wants to block them. */
export interface BlockSubject extends BlockedPerson {
  readonly contactId: ContactId;
  readonly name: string;
  readonly isGroup: boolean;
  /** Whether they have a chat with this number. */
  readonly hasChat: boolean;
  /** When they last wrote to this number, in milliseconds since 1970; null: never. */
  readonly lastWroteAt: number | null;
}

interface SubjectRow extends BlockedPerson {
  readonly contactId: ContactId;
  readonly name: string;
  readonly groupId: string | null;
  readonly chatId: number | null;
  readonly lastWroteAt: number | null;
}

export function blockSubject(
  db: Reader,
  accountId: AccountId,
  contactId: ContactId,
): BlockSubject | undefined {
  const row = db
    .prepare<SubjectRow>(
      `SELECT c.id AS contactId, ${bestName('c')} AS name, ${identityOf('c.id', 'phone')} AS phone,
         ${identityOf('c.id', 'wa_id')} AS waId,
         (SELECT i.value FROM contact_identity i
          WHERE i.contact_id = c.id AND i.kind = 'bsuid' AND i.is_active = 1
            AND i.scope = coalesce(a.business_portfolio_id, '')
          ORDER BY i.first_seen_at DESC LIMIT 1) AS bsuid,
         v.id AS chatId, v.group_id AS groupId, v.last_inbound_at AS lastWroteAt
       FROM contact c JOIN account a ON a.id = ?
       LEFT JOIN conversation v ON v.contact_id = c.id AND v.account_id = a.id
       WHERE c.id = ?`,
    )
    .get(accountId, contactId);
  if (row === undefined) return undefined;
  const { groupId, chatId, ...subject } = row;
  return { ...subject, isGroup: groupId !== null, hasChat: chatId !== null };
}

/** Who goes by one of these numbers now, each E.164 with `+`. */
export function contactByPhones(db: Reader, phones: readonly string[]): ContactId | undefined {
  const waIds = phones.map((phone) => phone.slice(1));
  return db
    .prepare<{ id: ContactId }>(
      `SELECT contact_id AS id FROM contact_identity
       WHERE is_active = 1 AND (
         (kind = 'phone' AND value IN (SELECT value FROM json_each(?)))
         OR (kind = 'wa_id' AND value IN (SELECT value FROM json_each(?))))
       ORDER BY value = ? DESC, kind = 'phone' DESC LIMIT 1`,
    )
    .get(JSON.stringify(phones), JSON.stringify(waIds), phones[0])?.id;
}
