/** The largest chat holds this share, if that is no less than the long thread of the benchmarks. */
const LARGEST_SHARE = 0.1;
/** How fast sizes fall with rank: most people write a little, few write a lot. */
const STEEPNESS = 0.85;

/**
 * How many messages each chat holds: at least one each while there are enough, a long tail, and a
 * first chat with a tenth of everything. The sizes add up to `messages`.
 */
export function chatSizes(chats: number, messages: number): Uint32Array {
  const sizes = new Uint32Array(chats);
  if (chats === 0) return sizes;
  const guaranteed = Math.min(chats, messages);
  sizes.fill(1, 0, guaranteed);
  let left = messages - guaranteed;
  const largest = chats === 1 ? left : Math.min(left, Math.floor(messages * LARGEST_SHARE));
  grow(sizes, 0, largest);
  left -= largest;
  const weights = Float64Array.from(
    { length: guaranteed - 1 },
    (_, rank) => (rank + 2) ** -STEEPNESS,
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const others = left;
  for (const [rank, weight] of weights.entries()) {
    const share = Math.floor((others * weight) / sum);
    const kept = Math.min(share, largest, left);
    grow(sizes, rank + 1, kept);
    left -= kept;
  }
  for (let index = 0; left > 0; index = (index + 1) % guaranteed) {
    grow(sizes, index, 1);
    left -= 1;
  }
  return sizes;
}

function grow(sizes: Uint32Array, index: number, by: number): void {
  sizes[index] = (sizes[index] ?? 0) + by;
}
