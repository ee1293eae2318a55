import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { frontdesk, Home, ROOT } from '../support/app.ts';
import { buildWhatIsStale } from '#electron/launch/build.ts';
import { measureBlocks } from './blocks.ts';
import { measureBundle } from './bundle-size.ts';
import { measureContacts } from './contacts.ts';
import { measureImport } from './imports.ts';
import { measureLists } from './lists.ts';
import { formatTable } from './measure.ts';
import { measurePace } from './pace.ts';
import { measureScreen } from './screen.ts';
import { measureSearch } from './search.ts';
import { measureSegments } from './segments.ts';
import { measureWebhooks } from './webhooks.ts';

/** The rows of design's budgets that exist so far: prints a table and writes `bench-results.json`. */
function seededHome(chats: number, messages: number): Home {
  const home = new Home();
  const size = ['--chats', String(chats), '--messages', String(messages)];
  const { exitCode, stderr } = frontdesk(['seed', '--home', home.path, '--seed', 'bench', ...size]);
  if (exitCode !== 0) throw new Error(`Seeding failed: ${stderr}`);
  return home;
}

buildWhatIsStale(ROOT);
using large = seededHome(20_000, 1_000_000);
using small = seededHome(1_000, 10_000);
using long = seededHome(1, 100_000);
const rows = [
  ...measureBundle(),
  ...measureLists(large.path),
  ...measureContacts(),
  ...(await measureSearch(large.path)),
  ...(await measureWebhooks()),
  ...(await measureImport()),
  ...(await measurePace()),
  ...(await measureBlocks()),
  ...(await measureScreen({ large: large.path, small: small.path, long: long.path })),
  // Adds people to the large shop, hence the last.
  ...(await measureSegments(large.path)),
];
console.log(formatTable(rows));
const machine = { cpus: cpus().length, memory: totalmem(), node: process.version };
writeFileSync(
  join(ROOT, 'bench-results.json'),
  `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`,
);
