/** Separators of paths, control characters, and what turns the direction of text around. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;

/** Names that mean a device on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const MAX_LENGTH = 120;
/** Linux takes 255 bytes; some are left for what programs put before and behind. */
const MAX_BYTES = 220;

/**
 * A name from outside as it may be shown and offered for saving: no path, nothing invisible, the
 * true ending last. Null when nothing is left of it.
 */
export function cleanFileName(name: string): string | null {
  const clean = withoutMiddle(name)
    .toWellFormed()
    .replaceAll(UNSAFE, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  if (clean === '') return null;
  return shorten(DEVICE.test(clean) ? `_${clean}` : clean);
}

/** What comes out is short; so nobody's time is spent on half a million characters. */
function withoutMiddle(name: string): string {
  return name.length <= 1000 ? name : name.slice(0, 900) + name.slice(-100);
}

/** Keeps the ending, by which the owner knows what opens. */
function shorten(name: string): string {
  if (fits(name)) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  // By whole characters: half of an emoji is no text.
  const characters = Array.from(name.slice(0, name.length - ending.length)).slice(0, MAX_LENGTH);
  while (!fits(characters.join('') + ending)) characters.pop();
  return characters.join('') + ending;
}

function fits(name: string): boolean {
  return name.length <= MAX_LENGTH && bytesOf(name) <= MAX_BYTES;
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}
