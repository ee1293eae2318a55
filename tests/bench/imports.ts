import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';
import { Home } from '../support/app.ts';
import { atMost, information } from './measure.ts';
import type { Row } from './measure.ts';

const PEOPLE = 50_000;
const HEADER = ['phone', 'name', 'email', 'labels', 'notes', 'city', 'visits'];

const part = z.object({
  name: z.string(),
  /** Seconds that it took in all, and milliseconds that the main loop was late. */
  seconds: z.number(),
  p99: z.number(),
  max: z.number(),
  /** Milliseconds in which a page of the inbox was answered meanwhile, 99 of 100. */
  page: z.number(),
  /** Megabytes before the file came, and at the most. */
  before: z.number(),
  peak: z.number(),
});
type Part = z.infer<typeof part>;

/** Lists of 50,000 people checked, imported and taken back by a whole core, as a page asks for it. */
export async function measureImport(): Promise<Row[]> {
  using home = new Home();
  const csv = join(home.path, 'people.csv');
  writeFileSync(csv, [HEADER, ...people()].map((row) => row.map(quoted).join(',')).join('\n'));
  const xlsx = join(home.path, 'people.xlsx');
  const cells = [HEADER, ...people()].map((row) => row.map((value) => ({ value, type: String })));
  await writeXlsxFile(cells, { sheet: 'People' }).toFile(xlsx);
  return [...rowsOf(await measureFile(csv), 'CSV'), ...rowsOf(await measureFile(xlsx), 'XLSX')];
}

function rowsOf(parts: readonly Part[], format: string): Row[] {
  const before = parts[0]?.before ?? Number.NaN;
  return [
    ...parts.flatMap(({ name, seconds, p99, max, page, peak }) => {
      const what = `${name} of 50 k contacts (${format})`;
      return [
        name === 'undo' ? information(what, seconds, 's') : atMost(what, seconds, 10, 's'),
        atMost(`${what}: main loop delay, p99`, p99, 20, 'ms'),
        atMost(`${what}: main loop delay, max`, max, 50, 'ms'),
        information(`${what}: a page of the inbox meanwhile, p99`, page, 'ms'),
        information(`${what}: memory of the core at most`, peak, 'MB'),
      ];
    }),
    information(`memory of the core before it (${format})`, before, 'MB'),
  ];
}

async function measureFile(path: string): Promise<Part[]> {
  using home = new Home();
  const child = fork(join(import.meta.dirname, 'import-process.ts'), [home.path, path]);
  const parts: Part[] = [];
  child.on('message', (message) => parts.push(part.parse(message)));
  const ended: readonly unknown[] = await once(child, 'exit');
  if (ended[0] !== 0) throw new Error('The measured core ended early.');
  return parts;
}

function* people(): Generator<string[]> {
  for (let index = 0; index < PEOPLE; index += 1) {
    yield [
      `+55119${80_000_000 + index}`,
      `Person ${index} da Silva`,
      `p${index}@example.com`,
      `VIP, Group ${index % 9}`,
      'Wrote first in spring',
      `City ${index % 100}`,
      `${index % 40}`,
    ];
  }
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell;
}
