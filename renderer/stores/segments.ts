import { t } from 'i18next';
import { create } from 'zustand';
import type { SegmentId } from '#shared/ids.ts';
import type { RuleGroup, Segment, SegmentChoices } from '#shared/models/segment.ts';
import { showContacts, useContactList } from './contact-list.ts';
import { call } from './core.ts';
import { loadLabels } from './labels.ts';
import { goToScreen } from './route.ts';
import { offerUndo, sayFailure } from './toasts.ts';

interface Segments {
  /** By name; undefined until the core has answered for the first time. */
  readonly all: readonly Segment[] | undefined;
  /** What rules can be about, beside labels; undefined likewise. */
  readonly choices: SegmentChoices | undefined;
  /** How many people are in each, as far as they have been counted. */
  readonly counts: ReadonlyMap<SegmentId, number>;
  readonly hasFailed: boolean;
  /** Goes up whenever people may have come into a segment or left it. */
  readonly revision: number;
}

export const useSegments = create<Segments>()(() => ({
  all: undefined,
  choices: undefined,
  counts: new Map(),
  hasFailed: false,
  revision: 0,
}));

export async function loadSegments(): Promise<void> {
  const [segments, choices] = await Promise.all([
    call('segments.list', {}),
    call('segments.choices', {}),
    // A label that is not loaded yet would look deleted.
    loadLabels(),
  ]);
  useSegments.setState({ hasFailed: !segments.ok });
  if (segments.ok) useSegments.setState({ all: segments.data });
  if (choices.ok) useSegments.setState({ choices: choices.data });
}

/** Counts one after the other, so that other questions get their turn in between. */
async function countSegments(): Promise<void> {
  const { revision } = useSegments.getState();
  for (const { id } of useSegments.getState().all ?? []) {
    const result = await call('contacts.count', { text: null, filter: { segmentId: id } });
    if (useSegments.getState().revision !== revision) return;
    if (!result.ok) continue;
    const counts = new Map(useSegments.getState().counts).set(id, result.data.fitting);
    useSegments.setState({ counts });
  }
}

/** People change all day; their segments are counted again this much later, at most so often. */
const RECOUNT_MS = 2000;

async function refresh(): Promise<void> {
  useSegments.setState(({ revision }) => ({ revision: revision + 1 }));
  await loadSegments();
  await countSegments();
}

/** Keeps the screen as it is in the core while it is shown. Returns the function that ends it. */
export function followSegments(): () => void {
  const { frontdesk } = window;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refreshSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void refresh();
    }, RECOUNT_MS);
  }

  const endings = [
    frontdesk.on('segments.changed', () => void refresh()),
    frontdesk.on('labels.changed', () => void refresh()),
    frontdesk.on('resync', () => void refresh()),
    frontdesk.on('contacts.changed', refreshSoon),
    frontdesk.on('chats.changed', refreshSoon),
    frontdesk.on('blocks.changed', refreshSoon),
    frontdesk.on('imports.changed', refreshSoon),
    () => clearTimeout(timer),
  ];
  void refresh();
  return () => {
    for (const end of endings) end();
  };
}

export type SavedSegment =
  | { readonly kind: 'saved'; readonly segment: Segment }
  /** Why not, in a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A null id adds one. */
export async function saveSegment(
  segmentId: SegmentId | null,
  { name, rules }: { readonly name: string; readonly rules: RuleGroup },
): Promise<SavedSegment> {
  const result =
    segmentId === null
      ? await call('segments.create', { name, rules: rules })
      : await call('segments.change', { segmentId, name, rules: rules });
  if (!result.ok) return { kind: 'refused', reason: result.error.message };
  await loadSegments();
  return { kind: 'saved', segment: result.data };
}

/** Adds the same rules under another name; undefined when that failed, which has been said. */
export async function duplicateSegment({ name, rules }: Segment): Promise<Segment | undefined> {
  const saved = await saveSegment(null, { name: freeName(name), rules });
  if (saved.kind === 'saved') return saved.segment;
  sayFailure(saved.reason);
  return undefined;
}

function freeName(name: string): string {
  const taken = new Set(useSegments.getState().all?.map((each) => each.name.toLowerCase()));
  let copy = t('segments.copyOf', { name });
  for (let count = 2; taken.has(copy.toLowerCase()); count += 1) {
    copy = t('segments.anotherCopyOf', { name, count });
  }
  return copy;
}

export async function deleteSegment({ id, name }: Segment): Promise<void> {
  const result = await call('segments.delete', { segmentId: id });
  if (!result.ok) return sayFailure(result.error.message);
  forgetInList(id);
  await loadSegments();
  offerUndo(t('segments.deleted', { name }), async () => {
    const restored = await call('segments.restore', { segmentId: id });
    if (!restored.ok) sayFailure(restored.error.message);
    await loadSegments();
  });
  return undefined;
}

/** A list that was narrowed to people of whom nothing is known any more shows everybody again. */
function forgetInList(id: SegmentId): void {
  const { segmentId, ...filter } = useContactList.getState().view.filter;
  if (segmentId === id) void showContacts({ filter });
}

/** Leads to the list of all contacts, narrowed to these. */
export function showPeopleOf(segmentId: SegmentId): void {
  void showContacts({ text: '', filter: { segmentId } });
  goToScreen('contacts');
}
