import type { AccountId } from '#shared/ids.ts';
import type { Reader } from './store.ts';

/** The business portfolio inside which the user ids of an account's customers mean something; '' if unknown. */
export function bsuidScope(db: Reader, id: AccountId): string {
  const row = db
    .prepare<{ scope: string }>(
      "SELECT coalesce(business_portfolio_id, '') AS scope FROM account WHERE id = ?",
    )
    .get(id);
  return row?.scope ?? '';
}
