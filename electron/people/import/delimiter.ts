const CANDIDATES = [',', ';', '\t', '|'] as const;

const LINES = 60;
const SAMPLE_BYTES = 200_000;

export interface Delimited {
  readonly delimiter: string;
  /** Where the table begins: behind the line by which Excel is told the delimiter. In bytes of UTF-8. */
  readonly start: number;
}

/**
 * Finds what stands between the cells: the line `sep=;` says it, else it is the steadiest sign.
 *
 * @param told what the owner says it is; null: as it looks
 */
export function findDelimiter(utf8: Uint8Array, told: string | null): Delimited {
  const text = new TextDecoder().decode(utf8.subarray(0, SAMPLE_BYTES));
  const line = /^"?sep=(?<sign>[^\r\n])"?(?:\r\n|\r|\n|$)/i.exec(text);
  if (line?.groups !== undefined) {
    return { delimiter: told ?? line.groups['sign'] ?? ',', start: Buffer.byteLength(line[0]) };
  }
  if (told !== null) return { delimiter: told, start: 0 };
  const lines = sampleLines(text);
  let best: string = ',';
  let most = 0;
  for (const candidate of CANDIDATES) {
    const score = steadiness(lines, candidate);
    if (score > most) [best, most] = [candidate, score];
  }
  return { delimiter: best, start: 0 };
}

/** How many lines have the same number of this sign; more cells are worth a little more. */
function steadiness(lines: readonly string[], sign: string): number {
  const perCount = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(sign).length - 1;
    if (count > 0) perCount.set(count, (perCount.get(count) ?? 0) + 1);
  }
  let best = 0;
  for (const [count, times] of perCount) best = Math.max(best, times + Math.min(count, 50) / 100);
  return best;
}

/** The first lines that have something in them, without what stands in quotes. */
function sampleLines(text: string): string[] {
  return text
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
}
