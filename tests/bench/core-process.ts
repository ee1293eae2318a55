import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '#electron/clock.ts';
import { startCore } from '#electron/core.ts';
import { silentLog } from '#electron/log.ts';
import { createKeyFileCipher } from '#electron/secrets/key-file-cipher.ts';

/**
 * The core alone in a process of its own, so that the load that measures it does not share its loop.
 * Without an address of the platform it reaches nothing. Told over IPC: `reset` starts a measurement, `read` answers with loop delay and memory.
 */
const [, , home, graphUrl = 'http://127.0.0.1:9'] = process.argv;
if (home === undefined) throw new Error('The data folder is missing.');

const core = await startCore({
  home,
  version: 'bench',
  graphUrl,
  webhookPort: { port: 0, isDefault: false },
  apiPort: { port: 0, isDefault: false },
  practice: false,
  ciphers: [createKeyFileCipher(join(home, 'secrets.key'))],
  log: silentLog,
  clock: systemClock,
});

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

process.on('message', (message) => {
  if (message === 'reset') {
    delay.reset();
    process.send?.({ kind: 'reset' });
  }
  if (message === 'read') {
    process.send?.({
      kind: 'read',
      p99: delay.percentile(99) / 1e6,
      max: delay.max / 1e6,
      rss: process.memoryUsage().rss / 1e6,
    });
  }
  if (message === 'stop') {
    void core.stop().then(() => process.exit(0));
  }
});

process.send?.({ kind: 'ready', webhookUrl: core.webhookUrl, apiUrl: core.apiUrl });
