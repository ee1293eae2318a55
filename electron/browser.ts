import './launch/node-version.ts';
import { join } from 'node:path';
import { serveBrowser } from './host/browser/serve.ts';
import { EXIT } from './launch/exit-code.ts';
import { openBrowser } from './launch/open-browser.ts';
import { parseLaunchOptions, USAGE } from './launch/options.ts';
import type { LaunchOptions } from './launch/options.ts';
import { askedToEnd, explainFailure } from './launch/program.ts';
import { announceReady } from './launch/ready-line.ts';
import { runCore } from './launch/running-core.ts';
import { createLog, parseLogLevel } from './log.ts';
import { createKeyFileCipher } from './secrets/key-file-cipher.ts';

/** The built files lie side by side: `main`, `preload` and `renderer`. */
const built = join(import.meta.dirname, '..');

async function run(options: LaunchOptions): Promise<void> {
  const ended = askedToEnd();
  const log = createLog(parseLogLevel(process.env['FRONTDESK_LOG']), join(options.home, 'logs'));
  const running = await runCore(
    options,
    [createKeyFileCipher(join(options.home, 'secrets.key'))],
    log,
  );
  try {
    const host = await serveBrowser({
      core: running.core,
      port: options.uiPort,
      rendererDir: join(built, 'renderer'),
      bridgeFile: join(built, 'preload', 'bridge.cjs'),
      log,
    });
    announceReady(running.core, options, host.url);
    if (options.open) openBrowser(host.url, process.platform, log);
    await ended;
    await host.close();
  } finally {
    await running.stop();
  }
}

try {
  const options = parseLaunchOptions(process.argv.slice(2), {
    environment: process.env,
    platform: process.platform,
    strangers: 'refuse',
  });
  if (options.help) process.stdout.write(USAGE);
  else await run(options);
  process.exit(EXIT.done);
} catch (error) {
  process.exit(explainFailure(error));
}
