import './launch/node-version.ts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhatIsStale } from './launch/build.ts';
import { findDesktopRuntime } from './launch/desktop-runtime.ts';
import { runInDesktopWindow } from './launch/desktop-window.ts';
import { parseLaunchOptions, USAGE } from './launch/options.ts';
import type { LaunchOptions } from './launch/options.ts';
import { explainFailure } from './launch/program.ts';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);

try {
  const options = parseLaunchOptions(args, {
    environment: process.env,
    platform: process.platform,
    strangers: 'refuse',
  });
  if (options.help) {
    process.stdout.write(USAGE);
  } else {
    buildWhatIsStale(root);
    await start(options);
  }
} catch (error) {
  process.exit(explainFailure(error));
}

async function start(options: LaunchOptions): Promise<void> {
  if (!options.browser) {
    const obstacle = await runDesktop();
    process.stderr.write(`${obstacle}, so Frontdesk goes on in browser mode.\n`);
  }
  // The browser host reads the same arguments and runs in this very process.
  await import(pathToFileURL(join(root, 'out', 'main', 'browser.js')).href);
}

/** Ends this process together with the window. Comes back only to say why there can be none. */
async function runDesktop(): Promise<string> {
  const runtime = findDesktopRuntime(root, {
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
  });
  if (!runtime.available) return runtime.reason;
  const end = await runInDesktopWindow(runtime.executable, root, args);
  if (end.started) process.exit(end.exitCode);
  return 'The desktop window could not be opened';
}
