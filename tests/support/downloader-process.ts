import { join } from 'node:path';
import { systemClock } from '#electron/clock.ts';
import { createGraph } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import { startDownloader } from '#electron/media/downloader.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import { MAX_FILE_BYTES } from '#electron/media/received-file.ts';
import { openStore } from '#electron/store/open.ts';

/*
 * A process that fetches what a home still wants, until somebody kills it. Answers every message with
 * the most memory it has ever held, in bytes. Arguments: the home, the address of the platform.
 */
const [home = '', baseUrl = ''] = process.argv.slice(2);

await startDownloader({
  store: openStore(join(home, 'frontdesk.db')),
  folder: createMediaFolder(home),
  graph: createGraph({ fetch, clock: systemClock, timeoutMs: 5_000 }),
  fetch,
  connect: () =>
    Promise.resolve({ baseUrl, apiVersion: 'v26.0', phoneNumberId: '1', accessToken: 'token' }),
  clock: systemClock,
  log: silentLog,
  maxBytes: MAX_FILE_BYTES,
});
process.on('message', () => {
  // Linux counts in kilobytes, and so does Node everywhere.
  process.send?.(process.resourceUsage().maxRSS * 1024);
});
process.send?.(process.resourceUsage().maxRSS * 1024);
