/** What is known of one sequence while sequences are merged: its next item and where it came from. */
interface Head<Source, Item> {
  readonly source: Source;
  readonly rest: Iterator<Item>;
  item: Item;
}

interface Timed {
  readonly timestamp: number;
}

/**
 * Merges sequences, each in order of time, into one in order of time. Holds one item of each
 * sequence, so the whole may be far larger than memory.
 */
export function* inOrderOfTime<Source, Item extends Timed>(
  sequences: Iterable<readonly [Source, Iterable<Item>]>,
): Generator<readonly [Source, Item], void, void> {
  const heap: Head<Source, Item>[] = [];
  for (const [source, items] of sequences) {
    const rest = items[Symbol.iterator]();
    const first = rest.next();
    if (first.done !== true) {
      heap.push({ source, rest, item: first.value });
      siftUp(heap, heap.length - 1);
    }
  }
  for (let head = heap[0]; head !== undefined; head = heap[0]) {
    yield [head.source, head.item];
    const next = head.rest.next();
    if (next.done !== true) head.item = next.value;
    else removeFirst(heap);
    siftDown(heap);
  }
}

function removeFirst(heap: unknown[]): void {
  const last = heap.pop();
  if (last !== undefined && heap.length > 0) heap[0] = last;
}

function siftUp(heap: Head<unknown, Timed>[], start: number): void {
  for (let index = start; index > 0;) {
    const parent = (index - 1) >> 1;
    if (!swapIfLater(heap, parent, index)) return;
    index = parent;
  }
}

function siftDown(heap: Head<unknown, Timed>[]): void {
  for (let index = 0; ;) {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const earlier = timeAt(heap, right) < timeAt(heap, left) ? right : left;
    if (!swapIfLater(heap, index, earlier)) return;
    index = earlier;
  }
}

/** Puts the earlier of two on top. False when it stands there already. */
function swapIfLater(heap: Head<unknown, Timed>[], upper: number, lower: number): boolean {
  const [above, below] = [heap[upper], heap[lower]];
  if (above === undefined || below === undefined) return false;
  if (above.item.timestamp <= below.item.timestamp) return false;
  heap[upper] = below;
  heap[lower] = above;
  return true;
}

function timeAt(heap: readonly Head<unknown, Timed>[], index: number): number {
  return heap[index]?.item.timestamp ?? Number.POSITIVE_INFINITY;
}
