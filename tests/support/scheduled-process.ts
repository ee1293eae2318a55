import { systemClock } from '#electron/clock.ts';
import { silentLog } from '#electron/log.ts';
import { startScheduledWatch } from '#electron/sending/scheduled-watch.ts';
import { openStore } from '#electron/store/open.ts';

/* A process that lets the scheduled messages of a database leave, until somebody kills it. */
const [file = ''] = process.argv.slice(2);

startScheduledWatch({ store: openStore(file), clock: systemClock, log: silentLog });
// A watch with nothing to wait for would let the process end before it is killed.
setInterval(() => undefined, 60_000);
