import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOfTime } from '#electron/seed/time-order.ts';

const sequence = array(integer({ min: 0, max: 50 }), { maxLength: 20 }).map((times) =>
  times.toSorted((a, b) => a - b).map((timestamp) => ({ timestamp })),
);

describe('merging by time', () => {
  it('gives every item of every sequence once, in order of time', () => {
    assert(
      property(array(sequence, { maxLength: 12 }), (sequences) => {
        const merged = [...inOrderOfTime(sequences.map((items, index) => [index, items] as const))];
        const times = merged.map(([, item]) => item.timestamp);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const [index, items] of sequences.entries()) {
          const own = merged.filter(([source]) => source === index).map(([, item]) => item);
          expect(own).toEqual(items);
        }
      }),
    );
  });
});
