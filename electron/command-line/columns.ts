/** Rows as text in columns, under their headings; a sentence when there are none. */
export function columns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
): string {
  if (rows.length === 0) return empty;
  const table = [headings, ...rows];
  const widths = headings.map((_, index) =>
    Math.max(...table.map((row) => (row[index] ?? '').length)),
  );
  return table
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
