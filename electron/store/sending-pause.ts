import type { AccountId } from '#shared/ids.ts';
import { fieldAt, numberAt, textAt } from '#shared/json-fields.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Reader, WriteTx } from './store.ts';

/** Why nothing leaves from a number at the moment. Its messages stay queued. */
export interface SendingPause {
  /** Meta's error code; null when Frontdesk itself could not open the way to Meta. */
  readonly code: number | null;
  readonly title: string;
  readonly details: string | null;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export function readSendingPause(db: Reader, accountId: AccountId): SendingPause | undefined {
  const stored = readSetting(db, keyOf(accountId));
  const title = textAt(stored, 'title');
  const since = numberAt(stored, 'since');
  if (title === undefined || since === undefined) return undefined;
  const code = fieldAt(stored, 'code');
  return {
    code: typeof code === 'number' ? code : null,
    title,
    details: textAt(stored, 'details') ?? null,
    since,
  };
}

export function pauseSending(tx: WriteTx, accountId: AccountId, pause: SendingPause): void {
  writeSetting(tx, keyOf(accountId), { ...pause }, pause.since);
  tx.note({ kind: 'account' });
}

/** Lets a paused number try again. False when it was not paused. */
export function resumeSending(tx: WriteTx, accountId: AccountId): boolean {
  const { changes } = tx.run('DELETE FROM setting WHERE key = ?', keyOf(accountId));
  if (changes === 0) return false;
  tx.note({ kind: 'account' });
  tx.note({ kind: 'outbox' });
  return true;
}

function keyOf(accountId: AccountId): string {
  return `sending.paused.${accountId}`;
}
