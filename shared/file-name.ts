/** Separators of paths, control characters, and what turns the direction of text around. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;

/** Names that mean a device on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const MAX_LENGTH = 120;

/**
 * A name from outside as it may be shown and offered for saving: no path, nothing invisible, the
 * true ending last. Null when nothing is left of it.
 */
export function cleanFileName(name: string): string | null {
  const clean = name
    .replaceAll(UNSAFE, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  if (clean === '') return null;
  return shorten(DEVICE.test(clean) ? `_${clean}` : clean);
}

/** Keeps the ending, by which the owner knows what opens. */
function shorten(name: string): string {
  if (name.length <= MAX_LENGTH) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return name.slice(0, MAX_LENGTH - ending.length) + ending;
}
