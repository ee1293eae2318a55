/** One line of the table that `npm run bench` prints, and of `bench-results.json`. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What design allows, e.g. `≤ 5 ms`; empty for figures that only explain another one. */
  readonly budget: string;
  readonly holds: boolean | null;
}

export function atMost(what: string, value: number, limit: number, unit: string): Row {
  return { what, value, unit, budget: `≤ ${limit} ${unit}`, holds: value <= limit };
}

export function atLeast(what: string, value: number, limit: number, unit: string): Row {
  return { what, value, unit, budget: `≥ ${limit} ${unit}`, holds: value >= limit };
}

export function information(what: string, value: number, unit: string): Row {
  return { what, value, unit, budget: '', holds: null };
}

/** @param share 0.99 for the 99th percentile */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How long each of `times` runs takes, in milliseconds; the first tenth warms up and is not counted. */
export function timeEach(times: number, work: (turn: number) => unknown): number[] {
  const samples: number[] = [];
  for (let turn = -Math.ceil(times / 10); turn < times; turn += 1) {
    const start = performance.now();
    work(Math.abs(turn));
    if (turn >= 0) samples.push(performance.now() - start);
  }
  return samples;
}

export function formatTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.what,
    `${formatNumber(row.value)} ${row.unit}`,
    row.budget,
    row.holds === null ? '' : row.holds ? 'holds' : 'FAILS',
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

function formatNumber(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
