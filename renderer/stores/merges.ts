import { t } from 'i18next';
import { create } from 'zustand';
import type { ContactId, MergeId } from '#shared/ids.ts';
import type { MergeRecord, MergeSuggestions } from '#shared/models/merge.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';
import { offerUndo, sayFailure } from './toasts.ts';

interface Merges {
  /** Undefined until the core has answered for the first time. */
  readonly suggested: MergeSuggestions | undefined;
  /** Newest first; undefined likewise. */
  readonly history: readonly MergeRecord[] | undefined;
  readonly hasOlder: boolean;
  readonly hasFailed: boolean;
}

export const useMerges = create<Merges>()(() => ({
  suggested: undefined,
  history: undefined,
  hasOlder: false,
  hasFailed: false,
}));

const PAGE = 30;

export async function loadMerges(): Promise<void> {
  const shown = useMerges.getState().history?.length ?? 0;
  const limit = Math.min(200, Math.max(PAGE, shown));
  const [suggested, history] = await Promise.all([
    call('merges.suggestions', {}),
    call('merges.history', { before: null, limit }),
  ]);
  useMerges.setState({ hasFailed: !suggested.ok || !history.ok });
  // Null: a newer question is on its way, and its answer counts.
  if (suggested.ok && suggested.data !== null) useMerges.setState({ suggested: suggested.data });
  if (history.ok) {
    useMerges.setState({ history: history.data, hasOlder: history.data.length === limit });
  }
}

export async function loadOlderMerges(): Promise<void> {
  const { history = [] } = useMerges.getState();
  const older = await call('merges.history', { before: history.at(-1)?.id ?? null, limit: PAGE });
  if (!older.ok) return sayFailure(older.error.message);
  useMerges.setState({
    history: [...history, ...older.data],
    hasOlder: older.data.length === PAGE,
  });
}

/** People change all day; who may be one person is worked out again this much later. */
const REFRESH_MS = 1000;

/** Keeps the screen as it is in the core while it is shown. Returns the function that ends it. */
export function followMerges(): () => void {
  const { frontdesk } = window;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refreshSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void loadMerges();
    }, REFRESH_MS);
  }

  const endings = [
    frontdesk.on('contacts.changed', refreshSoon),
    frontdesk.on('resync', () => void loadMerges()),
    () => clearTimeout(timer),
  ];
  void loadMerges();
  return () => {
    for (const end of endings) end();
  };
}

type Two = readonly [ContactId, ContactId];

/** Makes one person of two. Resolves with the one who stays; undefined when it was refused. */
export async function mergeTwo(
  contactIds: Two,
  names: readonly [string, string],
): Promise<ContactId | undefined> {
  const result = await call('merges.merge', { contactIds: [...contactIds] });
  if (!result.ok) {
    sayFailure(result.error.message);
    return undefined;
  }
  const { mergeId, contactId } = result.data;
  offerUndo(t('merges.merged', { one: names[0], other: names[1] }), () => undoMerge(mergeId));
  await loadMerges();
  return contactId;
}

export async function undoMerge(mergeId: MergeId): Promise<void> {
  const result = await call('merges.undo', { mergeId });
  if (result.ok) announce(t('merges.undone'));
  else sayFailure(result.error.message);
  await loadMerges();
}

/** The owner says that two are two: they are not proposed any more. */
export async function keepApart(contactIds: Two, names: readonly [string, string]): Promise<void> {
  const result = await call('merges.dismiss', { contactIds: [...contactIds], areTwo: true });
  if (!result.ok) return sayFailure(result.error.message);
  offerUndo(t('merges.keptApart', { one: names[0], other: names[1] }), async () => {
    const back = await call('merges.dismiss', { contactIds: [...contactIds], areTwo: false });
    if (!back.ok) sayFailure(back.error.message);
    await loadMerges();
  });
  await loadMerges();
}
