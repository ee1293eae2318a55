import { create } from 'zustand';
import type { RehearsalFilter, RehearsedRow } from '#shared/models/contact-import.ts';
import { call } from './core.ts';

/** What the core gives in one piece. */
export const PAGE_ROWS = 100;
/** Pages that are kept; beyond that the oldest go. */
const KEPT = 20;

interface RehearsedRows {
  readonly filter: RehearsalFilter;
  /** Pages of what is filtered, by their number. */
  readonly pages: ReadonlyMap<number, readonly RehearsedRow[]>;
  /** Pages that are on their way. */
  readonly asked: ReadonlySet<number>;
  readonly problem: string | undefined;
}

export const useRehearsedRows = create<RehearsedRows>()(() => ({
  filter: 'all',
  pages: new Map(),
  asked: new Set(),
  problem: undefined,
}));

export function showRows(filter: RehearsalFilter): void {
  useRehearsedRows.setState({ filter, pages: new Map(), asked: new Set(), problem: undefined });
}

/** Asks for the pages that are seen, each once. */
export async function loadRows(uploadId: string, first: number, last: number): Promise<void> {
  const { filter } = useRehearsedRows.getState();
  for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) {
    await loadPage(uploadId, filter, page);
  }
}

async function loadPage(uploadId: string, filter: RehearsalFilter, page: number): Promise<void> {
  const before = useRehearsedRows.getState();
  if (before.asked.has(page) || before.pages.has(page)) return;
  useRehearsedRows.setState({ asked: new Set([...before.asked, page]) });
  const offset = page * PAGE_ROWS;
  const result = await call('imports.rehearsed', { uploadId, filter, offset, limit: PAGE_ROWS });
  // The owner looks at others by now.
  if (useRehearsedRows.getState().filter !== filter) return;
  useRehearsedRows.setState(({ pages, asked }) => ({
    asked: new Set([...asked].filter((each) => each !== page)),
    ...(result.ok
      ? { pages: new Map([...[...pages].slice(-(KEPT - 1)), [page, result.data]]) }
      : { problem: result.error.message }),
  }));
}
