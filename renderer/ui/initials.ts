const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One or two letters for a face: first and last word; `@name` keeps its sign; numbers give `#`. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (trimmed.startsWith('@')) return `@${firstLetter(trimmed.slice(1))}`;
  const words = trimmed.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const first = words[0];
  if (first === undefined) return '#';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstLetter(first) + (last === undefined ? '' : firstLetter(last))).toLocaleUpperCase();
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
}
