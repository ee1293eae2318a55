import type { AccountId, ContactId } from '#shared/ids.ts';
import type { Block } from '#shared/models/block.ts';
import { wordsOfPerson } from './contact-question.ts';
import { bestName } from './contact-name.ts';
import { encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { nameCondition } from './search-chats.ts';
import type { Reader } from './store.ts';

export interface BlockQuery {
  readonly accountId: AccountId | null;
  /** Those that stand, or what was once: ended blocks and refused ones. */
  readonly isActive: boolean;
  /** Any part of a name, a number or a reason. Few rows may have it: for the reading thread. */
  readonly text: string | null;
  readonly after: Cursor | null;
  readonly limit: number;
}

export interface BlockSlice {
  /** The latest block first. */
  readonly blocks: readonly Block[];
  readonly nextCursor: string | null;
}

export const BLOCK_COLUMNS = `b.id, b.account_id AS accountId, a.name AS accountName, b.contact_id AS contactId,
  coalesce(iif(c.id IS NULL, NULL, ${bestName('c')}), b.phone, '+' || b.wa_id, b.bsuid, '#' || b.id) AS name,
  b.phone, b.wa_id AS waId, b.bsuid,
  CASE WHEN b.is_active = 1 THEN 'active' WHEN b.unblocked_at IS NULL THEN 'refused'
    WHEN b.unblocked_by = 'change' THEN 'changed' ELSE 'ended' END AS state,
  b.reason, b.blocked_by AS blockedBy, b.blocked_at AS blockedAt, b.until,
  b.unblocked_at AS unblockedAt, b.unblocked_by AS unblockedBy, b.meta_error AS problem`;

export function pageBlocks(db: Reader, query: BlockQuery): BlockSlice {
  const conditions = ['b.is_active = ?', 'a.removed_at IS NULL'];
  const parameters: (number | string)[] = [query.isActive ? 1 : 0];
  function add(condition: string, ...values: readonly (number | string)[]): void {
    conditions.push(condition);
    parameters.push(...values);
  }
  if (query.accountId !== null) add('b.account_id = ?', query.accountId);
  if (query.after !== null) {
    add('(b.blocked_at, b.id) < (?, ?)', query.after.at, query.after.id);
  }
  if (query.text !== null) {
    const found = foundBy(query.text);
    add(found.condition, ...found.parameters);
  }
  const index = query.accountId === null ? 'blocked_user_recent' : 'blocked_user_account';
  const rows = db
    .prepare<Block>(
      `SELECT ${BLOCK_COLUMNS}
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

/** Those that stand, at any of our numbers, the latest first. */
export function blocksOfContact(db: Reader, contactId: ContactId): Block[] {
  return db
    .prepare<Block>(
      `SELECT ${BLOCK_COLUMNS}
       FROM blocked_user b INDEXED BY blocked_user_person
       CROSS JOIN account a ON a.id = b.account_id
       JOIN contact c ON c.id = b.contact_id
       WHERE b.contact_id = ? AND b.is_active = 1 AND a.removed_at IS NULL
       ORDER BY b.blocked_at DESC, b.id DESC`,
    )
    .all(contactId);
}

interface Found {
  readonly condition: string;
  readonly parameters: readonly string[];
}

/** By who they are now, by the number that was blocked, and by what was written about it. */
function foundBy(text: string): Found {
  const words = wordsOfPerson(text);
  const digits = text.replaceAll(/[\s().-]/gu, '');
  const conditions = [`instr(lower(b.reason), lower(?)) > 0`];
  const parameters = [text];
  if (digits !== '') {
    conditions.push(`instr(coalesce(b.phone, ''), ?) > 0`, `instr(coalesce(b.bsuid, ''), ?) > 0`);
    parameters.push(digits, text);
  }
  if (words.length > 0) {
    const named = nameCondition(words);
    conditions.push(
      `b.contact_id IN (SELECT s.rowid FROM contact_search s WHERE ${named.condition})`,
    );
    parameters.push(...named.parameters);
  }
  return { condition: `(${conditions.join(' OR ')})`, parameters };
}
