import { setImmediate as breathe } from 'node:timers/promises';

/** Works on a long list a portion at a time; the main loop is free between two of them. */
export async function inPortions<Item>(
  items: readonly Item[],
  size: number,
  work: (portion: readonly Item[]) => void | Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await work(items.slice(start, start + size));
    // oxlint-disable-next-line no-await-in-loop -- and others get their turn between them
    await breathe();
  }
}
