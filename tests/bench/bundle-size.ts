import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../support/app.ts';
import { atMost } from './measure.ts';
import type { Row } from './measure.ts';

/** The JavaScript that the first screen waits for: the entry and everything it imports at once. */
export function measureBundle(): Row[] {
  const folder = join(ROOT, 'out', 'renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map((match) => match[1]);
  const bytes = files
    .filter((file) => file !== undefined)
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return [atMost('first JavaScript of the renderer, gzip', bytes / 1000, 350, 'kB')];
}
