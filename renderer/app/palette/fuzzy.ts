/**
 * How well the letters of `query` are found in `text`, in their order: more for the start of a
 * word and for letters that stand together. Undefined when one of them is missing.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const [wanted, letters] = [fold(query), fold(text)];
  let score = 0;
  let from = 0;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    const next = letters.indexOf(letter, from);
    if (next === -1) return undefined;
    const startsWord = next === 0 || letters[next - 1] === ' ';
    score += startsWord ? 4 : next === from ? 2 : 0;
    from = next + 1;
  }
  return score - letters.length / 100;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
