/** A word list from a line of text; `_` stands for a space within a word. */
export function words(line: string): readonly string[] {
  return line.split(' ').map((word) => word.replaceAll('_', ' '));
}
