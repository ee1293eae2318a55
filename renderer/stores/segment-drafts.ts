import { t } from 'i18next';
import { create } from 'zustand';
import type { SegmentId } from '#shared/ids.ts';
import type { RuleGroup, Segment } from '#shared/models/segment.ts';
import { announce } from './live-text.ts';
import { saveSegment } from './segments.ts';

/** What was changed and not saved yet. */
export interface SegmentDraft {
  readonly name: string;
  readonly rules: RuleGroup;
}

type DraftKey = SegmentId | 'new';

interface SegmentDrafts {
  /** Kept while one looks at others, until they are saved or given up. */
  readonly drafts: ReadonlyMap<DraftKey, SegmentDraft>;
  /** Why the latest could not be saved, by what was refused. */
  readonly refused: ReadonlyMap<DraftKey, string>;
}

export const useSegmentDrafts = create<SegmentDrafts>()(() => ({
  drafts: new Map(),
  refused: new Map(),
}));

export const EMPTY_DRAFT: SegmentDraft = {
  name: '',
  rules: { kind: 'group', combine: 'all', rules: [] },
};

function keyOf(segment: Segment | undefined): DraftKey {
  return segment?.id ?? 'new';
}

/** A segment as it is being written; undefined stands for one that is not there yet. */
export function useDraftOf(segment: Segment | undefined): {
  readonly draft: SegmentDraft;
  readonly isChanged: boolean;
  readonly refused: string | undefined;
} {
  const changed = useSegmentDrafts((state) => state.drafts.get(keyOf(segment)));
  const refused = useSegmentDrafts((state) => state.refused.get(keyOf(segment)));
  return { draft: changed ?? segment ?? EMPTY_DRAFT, isChanged: changed !== undefined, refused };
}

export function changeDraft(segment: Segment | undefined, change: Partial<SegmentDraft>): void {
  const key = keyOf(segment);
  const { drafts, refused } = useSegmentDrafts.getState();
  const before = drafts.get(key) ?? segment ?? EMPTY_DRAFT;
  const draft = { name: before.name, rules: before.rules, ...change };
  const isAsSaved = segment !== undefined && isSame(draft, segment);
  useSegmentDrafts.setState({
    drafts: isAsSaved ? without(drafts, key) : new Map(drafts).set(key, draft),
    refused: without(refused, key),
  });
}

export function dropDraft(segment: Segment | undefined): void {
  const key = keyOf(segment);
  const { drafts, refused } = useSegmentDrafts.getState();
  useSegmentDrafts.setState({ drafts: without(drafts, key), refused: without(refused, key) });
}

/** Saves what was changed; undefined when it was refused, which stands beside it then. */
export async function saveDraft(segment: Segment | undefined): Promise<Segment | undefined> {
  const key = keyOf(segment);
  const draft = useSegmentDrafts.getState().drafts.get(key);
  if (draft === undefined) return segment;
  const saved = await saveSegment(segment?.id ?? null, draft);
  if (saved.kind === 'refused') {
    const { refused } = useSegmentDrafts.getState();
    useSegmentDrafts.setState({ refused: new Map(refused).set(key, saved.reason) });
    return undefined;
  }
  dropDraft(segment);
  announce(t('segments.saved', { name: draft.name }));
  return saved.segment;
}

function isSame(a: SegmentDraft, b: SegmentDraft): boolean {
  return a.name === b.name && JSON.stringify(a.rules) === JSON.stringify(b.rules);
}

function without<Value>(
  map: ReadonlyMap<DraftKey, Value>,
  key: DraftKey,
): ReadonlyMap<DraftKey, Value> {
  const left = new Map(map);
  left.delete(key);
  return left;
}
