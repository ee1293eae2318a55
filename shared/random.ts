/** Randomness that repeats: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
  /** A number in [low, high). */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: NonEmpty<T>): T;
  /** A sequence of its own, so that drawing from one never shifts the other. */
  fork(label: string): Random;
}

export type NonEmpty<T> = readonly [T, ...T[]];

export function createRandom(seed: string): Random {
  const draw = uint32Sequence(seed);
  const next = (): number => draw() / 0x1_0000_0000;
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

/** The bare sequence (sfc32), for loops that draw millions of times. */
export function uint32Sequence(seed: string): () => number {
  let a = hash32(seed, 0x9e3779b9);
  let b = hash32(seed, 0x85ebca6b);
  let c = hash32(seed, 0xc2b2ae35);
  let counter = 1;
  const draw = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) draw();
  return draw;
}

/** FNV-1a with a final mix, so that seeds that differ in one letter differ everywhere. */
export function hash32(text: string, basis: number = 0x811c9dc5): number {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
