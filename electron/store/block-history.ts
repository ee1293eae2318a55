import type { ContactId } from '#shared/ids.ts';
import type { Block } from '#shared/models/block.ts';
import { BLOCK_COLUMNS } from './block-list.ts';
import type { Reader } from './store.ts';

/** Every block of one person by the numbers that are here, the latest first; at most 100. */
export function blocksOf(db: Reader, contactId: ContactId): Block[] {
  return db
    .prepare<Block>(
      `SELECT ${BLOCK_COLUMNS}
       FROM blocked_user b INDEXED BY blocked_user_contact
       CROSS JOIN account a ON a.id = b.account_id
       LEFT JOIN contact c ON c.id = b.contact_id
       WHERE b.contact_id = ? AND a.removed_at IS NULL
       ORDER BY b.blocked_at DESC, b.id DESC LIMIT 100`,
    )
    .all(contactId);
}
