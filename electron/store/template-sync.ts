import type { AccountId, TemplateId } from '#shared/ids.ts';
import type { Reader, WriteTx } from './store.ts';

/** Active numbers whose templates were not listed since then, the longest unlisted first. */
export function accountsToSync(db: Reader, since: number): AccountId[] {
  return db
    .prepare<{ id: AccountId }>(
      `SELECT id FROM account WHERE removed_at IS NULL AND is_active = 1
         AND coalesce(templates_synced_at, 0) < ?
         AND EXISTS (SELECT 1 FROM secret WHERE name = 'account.' || account.id || '.access_token')
       ORDER BY coalesce(templates_synced_at, 0), id`,
    )
    .all(since)
    .map(({ id }) => id);
}

export function noteSync(tx: WriteTx, id: AccountId, at: number): void {
  tx.run('UPDATE account SET templates_synced_at = ? WHERE id = ?', at, id);
}

/** When the whole list was last fetched; null while it never was. */
export function lastSyncAt(db: Reader, id: AccountId): number | null {
  const row = db
    .prepare<{ at: number | null }>('SELECT templates_synced_at AS at FROM account WHERE id = ?')
    .get(id);
  return row?.at ?? null;
}

/** Has the list of a WhatsApp account fetched again: something is in it that is not known here. */
export function askForSync(tx: WriteTx, wabaId: string): void {
  tx.run(
    'UPDATE account SET templates_synced_at = NULL WHERE waba_id = ? AND removed_at IS NULL',
    wabaId,
  );
  tx.note({ kind: 'templates' });
}

export interface StaleTemplate {
  readonly id: TemplateId;
  readonly accountId: AccountId;
  readonly metaTemplateId: string;
}

/** Templates that must be fetched one by one. */
export function staleTemplates(db: Reader): StaleTemplate[] {
  return db
    .prepare<StaleTemplate>(
      `SELECT t.id, t.account_id AS accountId, t.meta_template_id AS metaTemplateId
       FROM template t JOIN account a ON a.id = t.account_id
       WHERE t.is_stale = 1 AND t.meta_template_id IS NOT NULL AND a.removed_at IS NULL
       ORDER BY t.id LIMIT 100`,
    )
    .all();
}

/** A template of every number of the WhatsApp account that has it. */
export function templatesOfWaba(
  db: Reader,
  wabaId: string,
  { name, language }: { readonly name: string; readonly language: string },
): TemplateId[] {
  return db
    .prepare<{ id: TemplateId }>(
      `SELECT t.id FROM template t JOIN account a ON a.id = t.account_id
       WHERE a.waba_id = ? AND a.removed_at IS NULL AND t.name = ? AND t.language = ?`,
    )
    .all(wabaId, name, language)
    .map(({ id }) => id);
}

export function hasWaba(db: Reader, wabaId: string): boolean {
  return (
    db.prepare('SELECT 1 FROM account WHERE waba_id = ? AND removed_at IS NULL').get(wabaId) !==
    undefined
  );
}
