import { create } from 'zustand';
import type { AccountId, BlockId } from '#shared/ids.ts';
import type { Block, BlockedNumber } from '#shared/models/block.ts';
import { call } from './core.ts';
import { mergeTop } from './block-order.ts';

export type BlockTab = 'active' | 'history';

interface BlockList {
  readonly tab: BlockTab;
  /** Null: the lists of all numbers together. */
  readonly accountId: AccountId | null;
  readonly text: string;
  readonly rows: readonly Block[];
  readonly nextCursor: string | null;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why the list could not be loaded, in words. */
  readonly failure: string | undefined;
  readonly isLoadingMore: boolean;
  readonly numbers: readonly BlockedNumber[];
  readonly chosen: ReadonlySet<BlockId>;
}

export const useBlockList = create<BlockList>()(() => ({
  tab: 'active',
  accountId: null,
  text: '',
  rows: [],
  nextCursor: null,
  phase: 'loading',
  failure: undefined,
  isLoadingMore: false,
  numbers: [],
  chosen: new Set(),
}));

const PAGE = 100;
const MOST = 200;

type BlockView = Pick<BlockList, 'tab' | 'accountId' | 'text'>;

/** Shows other blocks: another tab, another number, or what has a text in it. */
export async function showBlocks(change: Partial<BlockView>): Promise<void> {
  useBlockList.setState({
    ...change,
    rows: [],
    nextCursor: null,
    phase: 'loading',
    chosen: new Set(),
  });
  await loadBlocks();
}

/** Loads the list anew. Rows further down than a page holds stay until they are scrolled to again. */
export async function loadBlocks(): Promise<void> {
  void loadNumbers();
  const view = viewNow();
  const { rows } = useBlockList.getState();
  const limit = Math.min(MOST, Math.max(PAGE, rows.length));
  const result = await call('blocks.page', { ...pageOf(view), cursor: null, limit });
  if (!isShown(view)) return;
  if (!result.ok) {
    const { message } = result.error;
    useBlockList.setState((now) => ({
      phase: now.rows.length > 0 ? 'ready' : 'failed',
      failure: message,
    }));
    return;
  }
  useBlockList.setState((now) => {
    const top = { rows: result.data.blocks, nextCursor: result.data.nextCursor };
    const merged = mergeTop(now, top);
    const left = new Set(merged.rows.map(({ id }) => id));
    const chosen = new Set([...now.chosen].filter((id) => left.has(id)));
    return { ...merged, chosen, phase: 'ready', failure: undefined };
  });
}

export async function loadMoreBlocks(): Promise<void> {
  const { nextCursor, isLoadingMore, phase } = useBlockList.getState();
  if (nextCursor === null || isLoadingMore || phase !== 'ready') return;
  useBlockList.setState({ isLoadingMore: true });
  const view = viewNow();
  const result = await call('blocks.page', { ...pageOf(view), cursor: nextCursor, limit: MOST });
  useBlockList.setState({ isLoadingMore: false });
  const now = useBlockList.getState();
  if (!result.ok || !isShown(view) || now.nextCursor !== nextCursor) return;
  useBlockList.setState({
    rows: [...now.rows, ...result.data.blocks],
    nextCursor: result.data.nextCursor,
  });
}

async function loadNumbers(): Promise<void> {
  const result = await call('blocks.numbers', {});
  if (result.ok) useBlockList.setState({ numbers: result.data });
}

export function toggleBlock(id: BlockId): void {
  useBlockList.setState(({ chosen }) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return { chosen: next };
  });
}

export function chooseBlocks(ids: Iterable<BlockId>): void {
  useBlockList.setState({ chosen: new Set(ids) });
}

/** Takes those away that are over, wherever they stand: the next page does not hold them either. */
export function dropBlocks(ids: ReadonlySet<BlockId>): void {
  useBlockList.setState(({ tab, rows, chosen }) =>
    tab === 'active'
      ? {
          rows: rows.filter(({ id }) => !ids.has(id)),
          chosen: new Set([...chosen].filter((id) => !ids.has(id))),
        }
      : {},
  );
}

function viewNow(): BlockView {
  const { tab, accountId, text } = useBlockList.getState();
  return { tab, accountId, text };
}

function isShown(view: BlockView): boolean {
  const { tab, accountId, text } = useBlockList.getState();
  return tab === view.tab && accountId === view.accountId && text === view.text;
}

function pageOf({ tab, accountId, text }: BlockView) {
  const wanted = text.trim();
  return { list: tab, accountId, text: wanted === '' ? null : wanted };
}
