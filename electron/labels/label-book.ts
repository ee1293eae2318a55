import { FrontdeskError } from '#shared/errors.ts';
import type { LabelId } from '#shared/ids.ts';
import { freshColor } from '#shared/label.ts';
import type { Label } from '#shared/models/label.ts';
import type { Clock } from '../clock.ts';
import {
  findLabel,
  findLabelByName,
  findRemovedLabel,
  forgetLabelsRemovedBefore,
  insertLabel,
  listLabels,
  removeLabel,
  restoreLabel,
  updateLabel,
} from '../store/labels.ts';
import type { Reader, Store } from '../store/store.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** So long a deleted label can come back. */
const KEPT_MS = 24 * 3_600_000;

interface NewLabel {
  readonly name: string;
  /** Null: the colour that is used least. */
  readonly color: string | null;
}

/** Throws FrontdeskError `conflict` when there is one of that name. */
export function createLabel({ store, clock }: Deps, { name, color }: NewLabel): Label {
  return store.write((tx) => {
    refuseTaken(tx, name, null);
    const chosen = color ?? freshColor(listLabels(tx).map((label) => label.color));
    return { id: insertLabel(tx, name, chosen, clock()), name, color: chosen };
  });
}

interface LabelChange {
  readonly name?: string | undefined;
  readonly color?: string | undefined;
}

/** Throws FrontdeskError `not_found`, or `conflict` when another has that name. */
export function changeLabel({ store }: Deps, id: LabelId, change: LabelChange): Label {
  return store.write((tx) => {
    const label = requireLabel(tx, id);
    if (change.name !== undefined) refuseTaken(tx, change.name, id);
    const changed = { id, name: change.name ?? label.name, color: change.color ?? label.color };
    updateLabel(tx, changed);
    return changed;
  });
}

/** Takes a label off everyone and out of the book. For a day `bringBackLabel` undoes it. */
export function deleteLabel({ store, clock }: Deps, id: LabelId): Label {
  const now = clock();
  return store.write((tx) => {
    const label = requireLabel(tx, id);
    forgetLabelsRemovedBefore(tx, now - KEPT_MS);
    removeLabel(tx, id, now);
    return label;
  });
}

/** Throws FrontdeskError `not_found` when it is too late, `conflict` when its name is taken by now. */
export function bringBackLabel({ store }: Deps, id: LabelId): Label {
  return store.write((tx) => {
    const label = findRemovedLabel(tx, id);
    if (label === undefined) {
      throw new FrontdeskError(
        'not_found',
        'This label was deleted too long ago to bring it back.',
      );
    }
    refuseTaken(tx, label.name, id);
    restoreLabel(tx, label);
    return label;
  });
}

export function requireLabel(db: Reader, id: LabelId): Label {
  const label = findLabel(db, id);
  if (label === undefined) throw new FrontdeskError('not_found', `There is no label ${id}.`);
  return label;
}

function refuseTaken(db: Reader, name: string, except: LabelId | null): void {
  const taken = findLabelByName(db, name);
  if (taken === undefined || taken.id === except) return;
  throw new FrontdeskError(
    'conflict',
    `There is a label called “${taken.name}” already. Choose another name.`,
  );
}
