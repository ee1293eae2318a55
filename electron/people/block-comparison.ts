import type { AccountId } from '#shared/ids.ts';
import type {
  BlockSyncPerson,
  BlockSyncPreview,
  BlockSyncResult,
  BlockSyncSide,
  BlockSyncSideName,
} from '#shared/models/block.ts';
import { findDifference } from './block-difference.ts';
import type { BlockDifference } from './block-difference.ts';
import { nameSide } from './block-difference-words.ts';
import type { Span } from './block-difference-words.ts';
import type { Blocking } from './block-request.ts';
import { applySync, hasChanged } from './block-sync.ts';

/** Shows how Meta's block list and the one here differ, before anything is changed. */
export interface BlockComparison {
  /** Throws as `findDifference`. */
  preview(accountId: AccountId): Promise<BlockSyncPreview>;
  /** More of the latest preview. Throws FrontdeskError `conflict` when it was another one. */
  page(
    accountId: AccountId,
    shown: { readonly fingerprint: string; readonly side: BlockSyncSideName } & Span,
  ): BlockSyncPerson[];
  /** Throws as `applySync`. */
  apply(accountId: AccountId, fingerprint: string): Promise<BlockSyncResult>;
}

/** How many people a preview names of each kind. */
const SHOWN = 200;

/** Remembers the latest difference of each number until it is applied, so that it can be paged. */
export function createBlockComparison(deps: Blocking): BlockComparison {
  const shown = new Map<AccountId, BlockDifference>();
  return {
    async preview(accountId) {
      const difference = await findDifference(deps, accountId);
      shown.set(accountId, difference);
      const { newThere, goneThere, unknownHere, total, fingerprint } = difference;
      function side(name: BlockSyncSideName, { length }: readonly unknown[]): BlockSyncSide {
        const span = { offset: 0, limit: SHOWN };
        return { count: length, people: nameSide(deps.store, accountId, difference, name, span) };
      }
      return {
        accountId,
        total,
        newThere: side('newThere', newThere),
        goneThere: side('goneThere', goneThere),
        unknownHere: side('unknownHere', unknownHere),
        fingerprint,
      };
    },
    page(accountId, { fingerprint, side, ...span }) {
      const difference = shown.get(accountId);
      if (difference?.fingerprint !== fingerprint) throw hasChanged();
      return nameSide(deps.store, accountId, difference, side, span);
    },
    async apply(accountId, fingerprint) {
      const result = await applySync(deps, accountId, fingerprint);
      shown.delete(accountId);
      return result;
    },
  };
}
