import type { AccountId } from '#shared/ids.ts';
import type { Block } from '#shared/models/block.ts';
import { bestName } from './contact-name.ts';
import { encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Reader } from './store.ts';

export interface BlockQuery {
  readonly accountId: AccountId | null;
  /** Those that stand, or what was once: ended blocks and refused ones. */
  readonly isActive: boolean;
  readonly after: Cursor | null;
  readonly limit: number;
}

export interface BlockSlice {
  /** The latest block first. */
  readonly blocks: readonly Block[];
  readonly nextCursor: string | null;
}

export function pageBlocks(db: Reader, query: BlockQuery): BlockSlice {
  const conditions = ['b.is_active = ?', 'a.removed_at IS NULL'];
  const parameters: number[] = [query.isActive ? 1 : 0];
  if (query.accountId !== null) {
    conditions.push('b.account_id = ?');
    parameters.push(query.accountId);
  }
  if (query.after !== null) {
    conditions.push('(b.blocked_at, b.id) < (?, ?)');
    parameters.push(query.after.at, query.after.id);
  }
  const index = query.accountId === null ? 'blocked_user_recent' : 'blocked_user_account';
  const rows = db
    .prepare<Block>(
      `SELECT b.id, b.account_id AS accountId, a.name AS accountName, b.contact_id AS contactId,
         coalesce(iif(c.id IS NULL, NULL, ${bestName('c')}), b.phone, '+' || b.wa_id, b.bsuid, '#' || b.id) AS name,
         b.phone, b.wa_id AS waId, b.bsuid,
         CASE WHEN b.is_active = 1 THEN 'active' WHEN b.unblocked_at IS NULL THEN 'refused' ELSE 'ended' END AS state,
         b.reason, b.blocked_by AS blockedBy, b.blocked_at AS blockedAt, b.until,
         b.unblocked_at AS unblockedAt, b.unblocked_by AS unblockedBy, b.meta_error AS problem
       FROM blocked_user b INDEXED BY ${index}
       CROSS JOIN account a ON a.id = b.account_id
       LEFT JOIN contact c ON c.id = b.contact_id
       WHERE ${conditions.join(' AND ')}
       ORDER BY b.blocked_at DESC, b.id DESC LIMIT ?`,
    )
    .all(...parameters, query.limit + 1);
  const blocks = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? blocks.at(-1) : undefined;
  return {
    blocks,
    nextCursor: last === undefined ? null : encodeCursor({ at: last.blockedAt, id: last.id }),
  };
}
