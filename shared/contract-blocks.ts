import { z } from 'zod';
import { accountId, answering, blockId, contactId, pageSize } from './command.ts';
import { MAX_BLOCK_REASON } from './limits.ts';
import type {
  Block,
  BlockForecast,
  BlockOutcome,
  BlockSyncPreview,
  BlockSyncResult,
} from './models/block.ts';

export interface BlockPage {
  readonly blocks: readonly Block[];
  readonly nextCursor: string | null;
}

/** More people than one owner ever marks at once; each of them gets an outcome. */
const MOST_AT_ONCE = 50_000;

/** Commands for the block list, which every number of ours has for itself. */
export const blockContract = {
  'blocks.page': answering<BlockPage>()(
    z.strictObject({
      accountId: accountId.nullable(),
      /** Whoever is blocked now, or ended and refused blocks. */
      list: z.enum(['active', 'history']),
      cursor: z.string().nullable(),
      limit: pageSize,
    }),
  ),
  /** Who can be blocked now, before WhatsApp is asked. Contacts that are gone are left out. */
  'blocks.forecast': answering<readonly BlockForecast[]>()(
    z.strictObject({ accountId, contactIds: z.array(contactId).max(200) }),
  ),
  /** An outcome for everyone, in the same order. */
  'blocks.block': answering<readonly BlockOutcome[]>()(
    z.strictObject({
      accountId,
      contactIds: z.array(contactId).min(1).max(MOST_AT_ONCE),
      reason: z.string().trim().max(MAX_BLOCK_REASON),
      until: z.int().positive().nullable(),
    }),
  ),
  'blocks.unblock': answering<readonly BlockOutcome[]>()(
    z.strictObject({ blockIds: z.array(blockId).min(1).max(MOST_AT_ONCE) }),
  ),
  /** Reads WhatsApp’s own list and says what differs; changes nothing. */
  'blocks.previewSync': answering<BlockSyncPreview>()(z.strictObject({ accountId })),
  /** Applies the difference that was shown, or none if there is another one by now. */
  'blocks.applySync': answering<BlockSyncResult>()(
    z.strictObject({ accountId, fingerprint: z.string().max(100) }),
  ),
} as const;
