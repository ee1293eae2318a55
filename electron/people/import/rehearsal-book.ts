import { appendFile, open, rm, writeFile } from 'node:fs/promises';
import { REHEARSAL_FILTERS } from '#shared/models/contact-import.ts';
import type { RehearsalFilter, RehearsedRow } from '#shared/models/contact-import.ts';
import { rehearsedRow } from './rehearsed-row.ts';

/**
 * What a dry run said of each row, on disk: of a list of 50,000 people only where each of them stands
 * is kept in memory.
 */
export interface RehearsalBook {
  add(rows: readonly RehearsedRow[]): Promise<void>;
  page(filter: RehearsalFilter, offset: number, limit: number): Promise<readonly RehearsedRow[]>;
  count(filter: RehearsalFilter): number;
  remove(): Promise<void>;
}

/** @param path of a file that is made anew */
export async function createRehearsalBook(path: string): Promise<RehearsalBook> {
  /** Where each line begins, and where the last one ends. */
  const starts = [0];
  const lines = new Map<RehearsalFilter, number[]>(REHEARSAL_FILTERS.map((name) => [name, []]));
  await writeFile(path, '');

  function note(row: RehearsedRow, bytes: number): void {
    const line = starts.length - 1;
    starts.push((starts.at(-1) ?? 0) + bytes);
    lines.get('all')?.push(line);
    lines.get(row.kind)?.push(line);
    if (isDamaged(row)) lines.get('damaged')?.push(line);
  }

  return {
    async add(rows) {
      const texts = rows.map((row) => `${JSON.stringify(row)}\n`);
      await appendFile(path, texts.join(''));
      for (const [index, row] of rows.entries()) note(row, Buffer.byteLength(texts[index] ?? ''));
    },
    async page(filter, offset, limit) {
      const wanted = lines.get(filter)?.slice(offset, offset + limit) ?? [];
      const file = await open(path);
      try {
        const found: RehearsedRow[] = [];
        for (const line of wanted) {
          const start = starts[line] ?? 0;
          const bytes = Buffer.alloc((starts[line + 1] ?? start) - start);
          // oxlint-disable-next-line no-await-in-loop -- one handle, at most a page of lines
          await file.read(bytes, 0, bytes.length, start);
          found.push(rehearsedRow.parse(JSON.parse(bytes.toString())));
        }
        return found;
      } finally {
        await file.close();
      }
    },
    count: (filter) => lines.get(filter)?.length ?? 0,
    remove: () => rm(path, { force: true }),
  };
}

function isDamaged(row: RehearsedRow): boolean {
  if (row.kind === 'rejected') return row.isDamaged;
  return row.kind !== 'skipped' && row.damage.length > 0;
}
