import { explainError } from '#shared/graph-errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/models/account.ts';
import { forgetUploadsOf } from './media-uploads.ts';
import { readSendingPause } from './sending-pause.ts';
import type { SendingPause as StoredPause } from './sending-pause.ts';
import type { Reader, WriteTx } from './store.ts';

/** Names under which an account's secrets are kept. */
export function accessTokenName(id: AccountId): string {
  return `account.${id}.access_token`;
}

export function appSecretName(id: AccountId): string {
  return `account.${id}.app_secret`;
}

interface AccountRow {
  readonly id: AccountId;
  readonly name: string;
  readonly phone_number_id: string;
  readonly waba_id: string;
  readonly display_phone_number: string | null;
  readonly profile_name: string | null;
  readonly is_active: number;
  readonly is_practice: number;
  readonly last_webhook_at: number | null;
  readonly created_at: number;
  readonly has_access_token: number;
  readonly has_app_secret: number;
}

const SELECT_ACCOUNT = `
  SELECT id, name, phone_number_id, waba_id, display_phone_number, profile_name, is_active, is_practice,
    last_webhook_at, created_at,
    EXISTS (SELECT 1 FROM secret WHERE secret.name = 'account.' || account.id || '.access_token') AS has_access_token,
    EXISTS (SELECT 1 FROM secret WHERE secret.name = 'account.' || account.id || '.app_secret') AS has_app_secret
  FROM account WHERE removed_at IS NULL`;

/** All accounts that were not removed, oldest first. */
export function listAccounts(db: Reader): Account[] {
  return db
    .prepare<AccountRow>(`${SELECT_ACCOUNT} ORDER BY id`)
    .all()
    .map((row) => toAccount(db, row));
}

export function findAccount(db: Reader, id: AccountId): Account | undefined {
  const row = db.prepare<AccountRow>(`${SELECT_ACCOUNT} AND id = ?`).get(id);
  return row && toAccount(db, row);
}

export function findAccountByPhoneNumberId(db: Reader, phoneNumberId: string): Account | undefined {
  const row = db
    .prepare<AccountRow>(`${SELECT_ACCOUNT} AND phone_number_id = ?`)
    .get(phoneNumberId);
  return row && toAccount(db, row);
}

function toAccount(db: Reader, row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    phoneNumberId: row.phone_number_id,
    wabaId: row.waba_id,
    displayPhoneNumber: row.display_phone_number,
    profileName: row.profile_name,
    isActive: row.is_active === 1,
    isPractice: row.is_practice === 1,
    hasAccessToken: row.has_access_token === 1,
    hasAppSecret: row.has_app_secret === 1,
    lastWebhookAt: row.last_webhook_at,
    createdAt: row.created_at,
    sendingPause: pauseInWords(readSendingPause(db, row.id)),
  };
}

function pauseInWords(pause: StoredPause | undefined): Account['sendingPause'] {
  if (pause === undefined) return null;
  return { code: pause.code, ...explainError(pause.code, pause.title), since: pause.since };
}

/** What a request to Meta for this number needs besides the token. */
export interface GraphRoute {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly apiVersion: string;
  readonly throughputLevel: string;
  readonly isActive: boolean;
  readonly isPractice: boolean;
}

export function graphRoute(db: Reader, id: AccountId): GraphRoute | undefined {
  const row = db
    .prepare<{
      phone_number_id: string;
      waba_id: string;
      api_version: string;
      throughput_level: string;
      is_active: number;
      is_practice: number;
    }>(
      `SELECT phone_number_id, waba_id, api_version, throughput_level, is_active, is_practice
       FROM account WHERE id = ? AND removed_at IS NULL`,
    )
    .get(id);
  return (
    row && {
      phoneNumberId: row.phone_number_id,
      wabaId: row.waba_id,
      apiVersion: row.api_version,
      throughputLevel: row.throughput_level,
      isActive: row.is_active === 1,
      isPractice: row.is_practice === 1,
    }
  );
}

/** The app's id at Meta; null where nobody has told it. */
export function appIdOf(db: Reader, id: AccountId): string | null {
  const row = db
    .prepare<{ app_id: string | null }>(
      'SELECT app_id FROM account WHERE id = ? AND removed_at IS NULL',
    )
    .get(id);
  return row?.app_id ?? null;
}

/** The verify tokens with which Meta may introduce itself: those of active accounts. */
export function activeVerifyTokens(db: Reader): string[] {
  return db
    .prepare<{ verify_token: string }>(
      'SELECT verify_token FROM account WHERE is_active = 1 AND removed_at IS NULL',
    )
    .all()
    .map((row) => row.verify_token);
}

export interface NewAccount {
  readonly name: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly appId: string | null;
  readonly businessPortfolioId: string | null;
  readonly displayPhoneNumber: string | null;
  readonly profileName: string | null;
  readonly verifyToken: string;
  readonly apiVersion: string;
  readonly throughputLevel: string;
  readonly isPractice: boolean;
}

/** Adds a number, or takes a removed one up again with its history. */
export function saveAccount(tx: WriteTx, account: NewAccount, now: number): AccountId {
  const row = tx
    .prepare<{ id: AccountId }>(
      `INSERT INTO account (name, phone_number_id, waba_id, app_id, business_portfolio_id,
         display_phone_number, profile_name, verify_token, api_version, throughput_level, is_practice, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (phone_number_id) DO UPDATE SET
         name = excluded.name, waba_id = excluded.waba_id, app_id = excluded.app_id,
         business_portfolio_id = excluded.business_portfolio_id,
         display_phone_number = excluded.display_phone_number, profile_name = excluded.profile_name,
         verify_token = excluded.verify_token, api_version = excluded.api_version,
         throughput_level = excluded.throughput_level, is_active = 1, removed_at = NULL
       RETURNING id`,
    )
    .get(
      account.name,
      account.phoneNumberId,
      account.wabaId,
      account.appId,
      account.businessPortfolioId,
      account.displayPhoneNumber,
      account.profileName,
      account.verifyToken,
      account.apiVersion,
      account.throughputLevel,
      account.isPractice ? 1 : 0,
      now,
    );
  if (row === undefined) throw new Error('SQLite did not return the account it stored.');
  tx.note({ kind: 'account' });
  return row.id;
}

/** Forgets a number and its secrets; its history stays readable. False when there is no such account. */
export function removeAccount(tx: WriteTx, id: AccountId, now: number): boolean {
  const { changes } = tx.run(
    `UPDATE account SET is_active = 0, removed_at = ?, templates_synced_at = NULL
     WHERE id = ? AND removed_at IS NULL`,
    now,
    id,
  );
  tx.run('DELETE FROM secret WHERE name IN (?, ?)', accessTokenName(id), appSecretName(id));
  forgetUploadsOf(tx, id);
  tx.note({ kind: 'account' });
  return changes === 1;
}

export function noteWebhookArrival(tx: WriteTx, id: AccountId, at: number): void {
  tx.run(
    'UPDATE account SET last_webhook_at = max(coalesce(last_webhook_at, 0), ?) WHERE id = ?',
    at,
    id,
  );
}
