import { z } from 'zod';
import { accountId, answering, blockId, contactId, pageSize } from './command.ts';
import { MAX_BLOCK_REASON, MAX_SEARCH_LENGTH } from './limits.ts';
import { SYNC_SIDES } from './models/block.ts';
import type {
  Block,
  BlockedNumber,
  BlockForecast,
  BlockOutcome,
  BlockSyncPerson,
  BlockSyncPreview,
  BlockSyncResult,
} from './models/block.ts';

export interface BlockPage {
  readonly blocks: readonly Block[];
  readonly nextCursor: string | null;
}

/** As many as Meta takes in one request. Whoever wants more asks in slices, and sees how far it is. */
const MOST_AT_ONCE = 1000;

const fingerprint = z.string().max(100);
const blockReason = z.string().trim().max(MAX_BLOCK_REASON);
/** Milliseconds since 1970; null: it stays. */
const blockEnd = z.int().positive().nullable();

/** Commands for the block list, which every number of ours has for itself. */
export const blockContract = {
  'blocks.page': answering<BlockPage>()(
    z.strictObject({
      accountId: accountId.nullable(),
      /** Whoever is blocked now, or ended and refused blocks. */
      list: z.enum(['active', 'history']),
      /** Any part of a name, a number or a reason. */
      text: z.string().trim().min(1).max(MAX_SEARCH_LENGTH).nullable(),
      cursor: z.string().nullable(),
      limit: pageSize,
    }),
  ),
  /** Every number that is there, with how many people it has blocked. */
  'blocks.numbers': answering<readonly BlockedNumber[]>()(z.strictObject({})),
  /** The blocks of one person that stand, at any of our numbers. */
  'blocks.ofContact': answering<readonly Block[]>()(z.strictObject({ contactId })),
  /** Who can be blocked now, before WhatsApp is asked. Contacts that are gone are left out. */
  'blocks.forecast': answering<readonly BlockForecast[]>()(
    z.strictObject({ accountId, contactIds: z.array(contactId).max(200) }),
  ),
  /** An outcome for everyone, in the same order. */
  'blocks.block': answering<readonly BlockOutcome[]>()(
    z.strictObject({
      accountId,
      contactIds: z.array(contactId).min(1).max(MOST_AT_ONCE),
      reason: blockReason,
      until: blockEnd,
    }),
  ),
  'blocks.unblock': answering<readonly BlockOutcome[]>()(
    z.strictObject({ blockIds: z.array(blockId).min(1).max(MOST_AT_ONCE) }),
  ),
  /** Another reason and end for a block that stands; what they were stays in the history. */
  'blocks.change': answering<null>()(
    z.strictObject({ blockId, reason: blockReason, until: blockEnd }),
  ),
  /** Reads WhatsApp’s own list and says what differs; changes nothing. */
  'blocks.previewSync': answering<BlockSyncPreview>()(z.strictObject({ accountId })),
  /** More of the difference that was shown. */
  'blocks.difference': answering<readonly BlockSyncPerson[]>()(
    z.strictObject({
      accountId,
      fingerprint,
      side: z.enum(SYNC_SIDES),
      offset: z.int().nonnegative(),
      limit: pageSize,
    }),
  ),
  /** Applies the difference that was shown, or none if there is another one by now. */
  'blocks.applySync': answering<BlockSyncResult>()(z.strictObject({ accountId, fingerprint })),
} as const;
