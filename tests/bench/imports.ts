import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '#electron/clock.ts';
import { applyImport } from '#electron/people/import/run-import.ts';
import type { Applied } from '#electron/people/import/run-import.ts';
import { openFile } from '#electron/people/import/sheet-thread.ts';
import { undoImport } from '#electron/people/import/undo-import.ts';
import { openStore } from '#electron/store/open.ts';
import { startSearchIndexer } from '#electron/store/search-indexer.ts';
import type { Store } from '#electron/store/store.ts';
import { Home } from '../support/app.ts';
import { atMost, information } from './measure.ts';
import type { Row } from './measure.ts';

const PEOPLE = 50_000;
const NEVER = new AbortController().signal;

/** A list of 50,000 people read, imported and taken back while the search index follows. */
export async function measureImport(): Promise<Row[]> {
  using home = new Home();
  const path = join(home.path, 'people.csv');
  writeFileSync(path, people());
  const store = openStore(join(home.path, 'frontdesk.db'));
  const indexer = startSearchIndexer({
    store,
    clock: systemClock,
    onFailure(error) {
      throw new Error('The search index could not follow.', { cause: error });
    },
  });
  try {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    const { id } = await importPeople(store, path);
    const seconds = (performance.now() - start) / 1000;
    delay.disable();
    const back = performance.now();
    await undoImport({ store, clock: systemClock, stopping: NEVER }, id, 'undone');
    return [
      atMost('import of 50 k contacts', seconds, 10, 's'),
      atMost('main loop delay during the import, p99', delay.percentile(99) / 1e6, 20, 'ms'),
      atMost('main loop delay during the import, max', delay.max / 1e6, 50, 'ms'),
      information('undo of that import', (performance.now() - back) / 1000, 's'),
    ];
  } finally {
    indexer.stop();
    store.close();
  }
}

async function importPeople(store: Store, path: string): Promise<Applied> {
  const file = await openFile(path, null);
  try {
    const { columns } = file.facts;
    const choices = { fileName: 'people.csv', columns, country: null };
    const deps = { store, clock: systemClock, stopping: NEVER };
    return await applyImport(deps, file, choices, NEVER, () => undefined);
  } finally {
    await file.close();
  }
}

function people(): string {
  const rows = Array.from(
    { length: PEOPLE },
    (_, index) =>
      `+55119${80_000_000 + index},Person ${index} da Silva,p${index}@example.com,"VIP, Group ${index % 9}",Wrote first in spring,City ${index % 100},${index % 40}\n`,
  );
  return `phone,name,email,labels,notes,city,visits\n${rows.join('')}`;
}
