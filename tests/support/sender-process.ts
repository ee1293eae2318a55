import { join } from 'node:path';
import { systemClock } from '#electron/clock.ts';
import { createGraph } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import { startSender } from '#electron/sending/sender.ts';
import { openStore } from '#electron/store/open.ts';

/*
 * A process that sends what the outbox of a database holds, until somebody kills it.
 * Arguments: the data folder, the address of the platform, the phone number id, the access token.
 * Says how many kilobytes of memory it has had at most: when it begins, and after each change.
 */
const [home = '', baseUrl = '', phoneNumberId = '', accessToken = ''] = process.argv.slice(2);

const store = openStore(join(home, 'frontdesk.db'));
startSender({
  store,
  graph: createGraph({ fetch, clock: systemClock, timeoutMs: 5000 }),
  connect: () => Promise.resolve({ baseUrl, apiVersion: 'v26.0', phoneNumberId, accessToken }),
  clock: systemClock,
  log: silentLog,
  random: Math.random,
  files: createMediaFolder(home),
  onUpload: () => undefined,
});
// An idle sender keeps no process alive; this one lives until it is killed.
process.stdin.resume();
tell();
store.onChange(tell);

function tell(): void {
  process.stdout.write(`${process.resourceUsage().maxRSS}\n`);
}
