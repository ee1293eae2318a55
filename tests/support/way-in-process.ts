import { silentLog } from '#electron/log.ts';
import { openStore } from '#electron/store/open.ts';
import { startListener } from '#electron/webhook/listener.ts';
import { startProcessor } from '#electron/webhook/processor.ts';
import { SHOP } from './webhooks.ts';

/*
 * A process of its own with nothing but the way in, so that a test can kill it at any moment.
 * Argument: the database file, with its account in it. Prints the address once it listens.
 */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Say which database file.');
const store = openStore(file);
const processor = startProcessor({ store, clock: Date.now, log: silentLog });
const listener = await startListener({
  store,
  appSecrets: () => Promise.resolve([SHOP.appSecret]),
  clock: Date.now,
  log: silentLog,
  port: { port: 0, isDefault: false },
  onStored: () => processor.wake(),
});
process.stdout.write(`${listener.url}\n`);
