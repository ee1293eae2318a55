import { create } from 'zustand';
import type { AccountId } from '#shared/ids.ts';
import type {
  BlockSyncPerson,
  BlockSyncPreview,
  BlockSyncResult,
  BlockSyncSideName,
} from '#shared/models/block.ts';
import { call } from './core.ts';

/** What is known of the difference between WhatsApp's list and the one here. */
export type Comparing =
  | { readonly kind: 'looking' }
  | { readonly kind: 'shown'; readonly preview: BlockSyncPreview }
  | { readonly kind: 'applying'; readonly preview: BlockSyncPreview }
  | { readonly kind: 'applied'; readonly result: BlockSyncResult }
  | { readonly kind: 'failed'; readonly failure: string };

interface Comparison {
  /** Whose lists are compared; undefined while nobody asks. */
  readonly accountId: AccountId | undefined;
  readonly state: Comparing;
}

const LOOKING: Comparing = { kind: 'looking' };

export const useComparison = create<Comparison>()(() => ({
  accountId: undefined,
  state: LOOKING,
}));

export async function compare(accountId: AccountId): Promise<void> {
  useComparison.setState({ accountId, state: LOOKING });
  const result = await call('blocks.previewSync', { accountId });
  settle(
    accountId,
    result.ok
      ? { kind: 'shown', preview: result.data }
      : { kind: 'failed', failure: result.error.message },
  );
}

export async function applyComparison(preview: BlockSyncPreview): Promise<void> {
  const { accountId, fingerprint } = preview;
  settle(accountId, { kind: 'applying', preview });
  const result = await call('blocks.applySync', { accountId, fingerprint });
  settle(
    accountId,
    result.ok
      ? { kind: 'applied', result: result.data }
      : { kind: 'failed', failure: result.error.message },
  );
}

export function closeComparison(): void {
  useComparison.setState({ accountId: undefined });
}

const PAGE = 200;

/** The next people of one side; or the sentence that says why they can't be shown. */
export async function moreOfSide(
  { accountId, fingerprint }: BlockSyncPreview,
  side: BlockSyncSideName,
  offset: number,
): Promise<readonly BlockSyncPerson[] | string> {
  const page = { accountId, fingerprint, side, offset, limit: PAGE };
  const result = await call('blocks.difference', page);
  return result.ok ? result.data : result.error.message;
}

/** Whoever has turned to another number meanwhile does not see this one. */
function settle(accountId: AccountId, state: Comparing): void {
  if (useComparison.getState().accountId === accountId) useComparison.setState({ state });
}
