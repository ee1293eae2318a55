import type { AccountId } from '#shared/ids.ts';
import type { Reader } from './store.ts';

/** A customer of one number as WhatsApp itself would know them. */
export interface KnownCustomer {
  /** Digits only. */
  readonly waId: string;
  readonly name: string;
  readonly bsuid: string;
  /** Milliseconds since 1970; null if they never wrote. */
  readonly lastWroteAt: number | null;
}

/** Who has a chat with this number and is known by both of WhatsApp's ids. */
export function knownCustomers(db: Reader, accountId: AccountId): KnownCustomer[] {
  return db
    .prepare<KnownCustomer>(
      `SELECT w.value AS waId, coalesce(c.profile_name, c.name, w.value) AS name, b.value AS bsuid,
         v.window_opened_at AS lastWroteAt
       FROM conversation v
       JOIN contact c ON c.id = v.contact_id
       JOIN contact_identity w ON w.contact_id = c.id AND w.kind = 'wa_id' AND w.is_active = 1
       JOIN contact_identity b ON b.contact_id = c.id AND b.kind = 'bsuid' AND b.is_active = 1
       WHERE v.account_id = ?`,
    )
    .all(accountId);
}

/** Whom this number has blocked, by the digits that WhatsApp knows them by. */
export function blockedWaIds(db: Reader, accountId: AccountId): string[] {
  return db
    .prepare<{ waId: string }>(
      `SELECT coalesce(wa_id, substr(phone, 2)) AS waId FROM blocked_user
       WHERE account_id = ? AND is_active = 1 AND coalesce(wa_id, phone) IS NOT NULL`,
    )
    .all(accountId)
    .map(({ waId }) => waId);
}
