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

/** Shows another tab, or another number's list. */
export async function showBlocks(change: Partial<BlockView>): Promise<void> {
  useBlockList.setState({ ...change, rows: [], phase: 'loading' });
  await loadAnew();
}

/** Shows whoever has this text. Until they are found, those stay who were shown: nothing flickers. */
export async function findBlocks(text: string): Promise<void> {
  useBlockList.setState({ text });
  await loadAnew();
}

async function loadAnew(): Promise<void> {
  useBlockList.setState({ nextCursor: null, chosen: new Set() });
  const view = viewNow();
  const page = await readTop(view, PAGE);
  if (!isShown(view)) return;
  // What is still shown is not what was asked for.
  useBlockList.setState(page ?? { rows: [], phase: 'failed' });
}

/** Loads the list anew. Rows further down than a page holds stay until they are scrolled to again. */
export async function loadBlocks(): Promise<void> {
  const view = viewNow();
  const { rows } = useBlockList.getState();
  const page = await readTop(view, Math.min(MOST, Math.max(PAGE, rows.length)));
  if (page === undefined || !isShown(view)) return;
  useBlockList.setState((now) => {
    const merged = mergeTop(now, page);
    const left = new Set(merged.rows.map(({ id }) => id));
    return { ...page, ...merged, chosen: new Set([...now.chosen].filter((id) => left.has(id))) };
  });
}

/** The first page; undefined where it could not be read, which is then said. */
async function readTop(view: BlockView, limit: number) {
  void loadNumbers();
  const result = await call('blocks.page', { ...pageOf(view), cursor: null, limit });
  if (result.ok) {
    const { blocks, nextCursor } = result.data;
    return { rows: blocks, nextCursor, phase: 'ready', failure: undefined } as const;
  }
  const failure = result.error.message;
  if (isShown(view)) {
    useBlockList.setState(({ rows }) => ({ failure, phase: rows.length > 0 ? 'ready' : 'failed' }));
  }
  return undefined;
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
