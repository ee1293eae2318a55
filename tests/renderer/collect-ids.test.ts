import { describe, expect, it, vi } from 'vitest';
import { collectIds } from '../../renderer/stores/collect-ids.ts';

describe('ids that come in bursts', () => {
  it('are handed on once each, at most 200 together, one batch after the other', async () => {
    const batches: number[][] = [];
    let running = 0;
    const collected = collectIds<number>(async (ids) => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      batches.push([...ids]);
      running -= 1;
    });
    for (let id = 0; id < 450; id += 1) collected.add([id, id]);
    await vi.waitFor(() => expect(batches.flat()).toHaveLength(450));
    expect(batches.map((batch) => batch.length)).toEqual([200, 200, 50]);
  });

  it('that come while a batch is under way follow it', async () => {
    const batches: number[][] = [];
    const collected = collectIds<number>(async (ids) => {
      if (batches.length === 0) collected.add([2]);
      batches.push([...ids]);
      await Promise.resolve();
    });
    collected.add([1]);
    await vi.waitFor(() => expect(batches).toEqual([[1], [2]]));
  });
});
