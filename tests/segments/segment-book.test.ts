import { expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { SegmentId } from '#shared/ids.ts';
import type { RuleGroup } from '#shared/models/segment.ts';
import {
  bringBackSegment,
  changeSegment,
  createSegment,
  deleteSegment,
  requireSegment,
} from '#electron/segments/segment-book.ts';
import { listSegments } from '#electron/store/segments.ts';
import type { Change } from '#electron/store/change.ts';
import { memoryStore } from '../support/store.ts';

const EVERYBODY: RuleGroup = { kind: 'group', combine: 'all', rules: [] };
const BLOCKED: RuleGroup = {
  kind: 'group',
  combine: 'all',
  rules: [{ kind: 'blocked', isBlocked: true }],
};

function book() {
  const store = memoryStore();
  let now = 1000;
  return { deps: { store, clock: () => now }, later: (ms: number) => (now += ms) };
}

it('keeps segments by name, and tells the screens', () => {
  const { deps } = book();
  const told: Change[] = [];
  deps.store.onChange((changes) => told.push(...changes));
  createSegment(deps, { name: 'Quiet', rules: EVERYBODY });
  const { id } = createSegment(deps, { name: 'Blocked', rules: BLOCKED });
  expect(listSegments(deps.store).map(({ name }) => name)).toEqual(['Blocked', 'Quiet']);
  changeSegment(deps, id, { name: 'Zz' });
  changeSegment(deps, id, { rules: EVERYBODY });
  expect(listSegments(deps.store)).toMatchObject([
    { name: 'Quiet' },
    { name: 'Zz', rules: EVERYBODY },
  ]);
  expect(told).toEqual(Array.from({ length: 4 }, () => ({ kind: 'segments' })));
});

it('lets no two have one name, whatever their capitals', () => {
  const { deps } = book();
  createSegment(deps, { name: 'Quiet', rules: EVERYBODY });
  const { id } = createSegment(deps, { name: 'Loud', rules: EVERYBODY });
  expect(() => createSegment(deps, { name: 'quiet ', rules: EVERYBODY })).toThrow(
    'There is a segment called “Quiet” already.',
  );
  expect(() => changeSegment(deps, id, { name: 'QUIET' })).toThrow('Choose another name.');
  expect(changeSegment(deps, id, { name: 'LOUD' }).name).toBe('LOUD');
});

it('brings a deleted segment back within a day, unless its name is taken by then', () => {
  const { deps, later } = book();
  const { id } = createSegment(deps, { name: 'Quiet', rules: BLOCKED });
  deleteSegment(deps, id);
  expect(listSegments(deps.store)).toEqual([]);
  expect(() => requireSegment(deps.store, id)).toThrow(`There is no segment ${id}.`);
  expect(bringBackSegment(deps, id)).toMatchObject({ id, name: 'Quiet', rules: BLOCKED });
  expect(requireSegment(deps.store, id).rules).toEqual(BLOCKED);

  deleteSegment(deps, id);
  const other = createSegment(deps, { name: 'Quiet', rules: EVERYBODY });
  expect(() => bringBackSegment(deps, id)).toThrow('There is a segment called “Quiet” already.');
  later(25 * 3_600_000);
  deleteSegment(deps, other.id);
  expect(() => bringBackSegment(deps, id)).toThrow('deleted too long ago');
  expect(bringBackSegment(deps, other.id).name).toBe('Quiet');
});

it('knows no segment that was never there', () => {
  const { deps } = book();
  const nowhere = asId<SegmentId>(99);
  for (const use of [
    () => changeSegment(deps, nowhere, {}),
    () => deleteSegment(deps, nowhere),
    () => requireSegment(deps.store, nowhere),
  ]) {
    expect(use).toThrow('There is no segment 99.');
  }
});
