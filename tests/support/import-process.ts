import { basename } from 'node:path';
import { systemClock } from '#electron/clock.ts';
import { importFile } from '#electron/people/import/import-file.ts';
import { openStore } from '#electron/store/open.ts';

/*
 * A process that imports a file until somebody kills it. Arguments: the database, the file.
 * Says on standard output how many rows have been written each time that more are.
 */
const [database = '', path = ''] = process.argv.slice(2);
const store = openStore(database);
store.onChange(() => {
  const row = store
    .prepare<{ created: number }>('SELECT max(created) AS created FROM import')
    .get();
  process.stdout.write(`${row?.created ?? 0}\n`);
});
await importFile(
  { store, clock: systemClock, stopping: new AbortController().signal },
  { path, fileName: basename(path), country: null, isDryRun: false },
);
// A finished import must not look like one that was killed.
process.stdout.write('done\n');
