import type { AccountId } from '#shared/ids.ts';
import type { Reader } from './store.ts';

/** The account that a webhook is for. */
export interface WebhookRoute {
  readonly accountId: AccountId;
  /** The business portfolio inside which user ids mean something; empty while it is not known. */
  readonly scope: string;
  readonly lastWebhookAt: number | null;
}

interface RouteRow {
  readonly id: AccountId;
  readonly business_portfolio_id: string | null;
  readonly last_webhook_at: number | null;
}

const SELECT_ROUTE =
  'SELECT id, business_portfolio_id, last_webhook_at FROM account WHERE removed_at IS NULL';

/** Messages name the number they are for. A paused account still receives: nothing is lost. */
export function routeByNumber(db: Reader, phoneNumberId: string): WebhookRoute | undefined {
  const row = db.prepare<RouteRow>(`${SELECT_ROUTE} AND phone_number_id = ?`).get(phoneNumberId);
  return row && toRoute(row);
}

/**
 * Account fields name the WhatsApp account and sometimes the number, as digits or as people write
 * it. With several numbers and none named, it is about all of them, so about none in particular.
 */
export function routeByWaba(
  db: Reader,
  wabaId: string,
  displayDigits: string | null,
): WebhookRoute | undefined {
  const rows = db
    .prepare<RouteRow & { display_phone_number: string | null }>(
      `SELECT id, business_portfolio_id, last_webhook_at, display_phone_number FROM account
       WHERE removed_at IS NULL AND waba_id = ? ORDER BY id`,
    )
    .all(wabaId);
  const named = rows.find(
    (row) =>
      displayDigits !== null && row.display_phone_number?.replace(/\D/g, '') === displayDigits,
  );
  const row = named ?? (rows.length === 1 ? rows[0] : undefined);
  return row && toRoute(row);
}

function toRoute(row: RouteRow): WebhookRoute {
  return {
    accountId: row.id,
    scope: row.business_portfolio_id ?? '',
    lastWebhookAt: row.last_webhook_at,
  };
}
