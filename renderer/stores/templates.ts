import { create } from 'zustand';
import type { AccountId } from '#shared/ids.ts';
import type { TemplateDraft, TemplateSummary } from '#shared/models/template.ts';
import { call } from './core.ts';
import { sayFailure } from './toasts.ts';

interface Templates {
  /** The number whose templates are shown; undefined while the screen is closed. */
  readonly accountId: AccountId | undefined;
  readonly text: string;
  /** By name; undefined until they came. */
  readonly rows: readonly TemplateSummary[] | undefined;
  readonly drafts: readonly TemplateDraft[];
  readonly nextCursor: string | null;
  readonly syncedAt: number | null;
  readonly isSyncing: boolean;
  /** Grows with every change: whoever shows one template looks again. */
  readonly version: number;
}

const CLOSED = {
  accountId: undefined,
  text: '',
  rows: undefined,
  drafts: [],
  nextCursor: null,
  syncedAt: null,
  isSyncing: false,
} as const;

export const useTemplates = create<Templates>()(() => ({ ...CLOSED, version: 0 }));

const PAGE = 100;

export async function openTemplates(accountId: AccountId): Promise<void> {
  useTemplates.setState({ ...CLOSED, accountId });
  await load(PAGE);
}

export function closeTemplates(): void {
  useTemplates.setState(CLOSED);
}

export async function searchTemplates(text: string): Promise<void> {
  useTemplates.setState({ text });
  await load(PAGE);
}

export async function loadMoreTemplates(): Promise<void> {
  const { accountId, text, nextCursor, rows = [] } = useTemplates.getState();
  if (accountId === undefined || nextCursor === null) return;
  const page = await call('templates.page', {
    accountId,
    text,
    approvedOnly: false,
    cursor: nextCursor,
    limit: PAGE,
  });
  if (!page.ok || useTemplates.getState().nextCursor !== nextCursor) return;
  const { templates, nextCursor: next } = page.data;
  useTemplates.setState({ rows: [...rows, ...templates], nextCursor: next });
}

/** Something is not what it was, here or at Meta. */
export async function refreshTemplates(): Promise<void> {
  const { rows, version } = useTemplates.getState();
  useTemplates.setState({ version: version + 1 });
  await load(Math.min(200, Math.max(PAGE, rows?.length ?? 0)));
}

async function load(limit: number): Promise<void> {
  const { accountId, text } = useTemplates.getState();
  if (accountId === undefined) return;
  const [page, drafts] = await Promise.all([
    call('templates.page', { accountId, text, approvedOnly: false, cursor: null, limit }),
    call('templates.drafts', { accountId }),
  ]);
  const now = useTemplates.getState();
  if (now.accountId !== accountId || now.text !== text) return;
  if (page.ok) {
    const { templates, nextCursor, syncedAt } = page.data;
    useTemplates.setState({ rows: templates, nextCursor, syncedAt });
  }
  if (drafts.ok) useTemplates.setState({ drafts: drafts.data });
}

/** Fetches everything from Meta, because the owner asks for it. */
export async function syncNow(): Promise<void> {
  const { accountId, isSyncing } = useTemplates.getState();
  if (accountId === undefined || isSyncing) return;
  useTemplates.setState({ isSyncing: true });
  const result = await call('templates.sync', { accountId });
  useTemplates.setState({ isSyncing: false });
  if (!result.ok) sayFailure(result.error.message);
}
