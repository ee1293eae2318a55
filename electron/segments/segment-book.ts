import { FrontdeskError } from '#shared/errors.ts';
import type { SegmentId } from '#shared/ids.ts';
import type { RuleGroup, Segment } from '#shared/models/segment.ts';
import type { Clock } from '../clock.ts';
import {
  findRemovedSegment,
  findSegment,
  findSegmentByName,
  forgetSegmentsRemovedBefore,
  insertSegment,
  removeSegment,
  restoreSegment,
  updateSegment,
} from '../store/segments.ts';
import type { Reader, Store } from '../store/store.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** So long a deleted segment can come back. */
const KEPT_MS = 24 * 3_600_000;

interface NewSegment {
  readonly name: string;
  readonly rules: RuleGroup;
}

/** Throws FrontdeskError `conflict` when there is one of that name. */
export function createSegment({ store, clock }: Deps, { name, rules }: NewSegment): Segment {
  return store.write((tx) => {
    refuseTaken(tx, name, null);
    return requireSegment(tx, insertSegment(tx, name, rules, clock()));
  });
}

interface SegmentChange {
  readonly name?: string | undefined;
  readonly rules?: RuleGroup | undefined;
}

/** Throws FrontdeskError `not_found`, or `conflict` when another has that name. */
export function changeSegment(
  { store, clock }: Deps,
  id: SegmentId,
  { name, rules }: SegmentChange,
): Segment {
  return store.write((tx) => {
    const segment = requireSegment(tx, id);
    if (name !== undefined) refuseTaken(tx, name, id);
    const changed: Segment = {
      ...segment,
      name: name ?? segment.name,
      rules: rules ?? segment.rules,
      updatedAt: clock(),
    };
    updateSegment(tx, changed);
    return changed;
  });
}

/** For a day `bringBackSegment` undoes it. Throws FrontdeskError `not_found`. */
export function deleteSegment({ store, clock }: Deps, id: SegmentId): Segment {
  const now = clock();
  return store.write((tx) => {
    const segment = requireSegment(tx, id);
    forgetSegmentsRemovedBefore(tx, now - KEPT_MS);
    removeSegment(tx, id, now);
    return segment;
  });
}

/** Throws FrontdeskError `not_found` when it is too late, `conflict` when its name is taken by now. */
export function bringBackSegment({ store }: Deps, id: SegmentId): Segment {
  return store.write((tx) => {
    const segment = findRemovedSegment(tx, id);
    if (segment === undefined) {
      throw new FrontdeskError(
        'not_found',
        'This segment was deleted too long ago to bring it back. Its rules can be put together again.',
      );
    }
    refuseTaken(tx, segment.name, id);
    restoreSegment(tx, id);
    return segment;
  });
}

/** Throws FrontdeskError `not_found`. */
export function requireSegment(db: Reader, id: SegmentId): Segment {
  const segment = findSegment(db, id);
  if (segment !== undefined) return segment;
  throw new FrontdeskError(
    'not_found',
    `There is no segment ${id}. It may have been deleted; choose another, or put it together again.`,
  );
}

function refuseTaken(db: Reader, name: string, except: SegmentId | null): void {
  const taken = findSegmentByName(db, name);
  if (taken === undefined || taken.id === except) return;
  throw new FrontdeskError(
    'conflict',
    `There is a segment called “${taken.name}” already. Choose another name.`,
  );
}
