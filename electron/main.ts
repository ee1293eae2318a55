import './launch/node-version.ts';
import { join } from 'node:path';
import { app, session } from 'electron';
import { registerAppScheme, serveAppScheme } from './host/shell/app-scheme.ts';
import { createAppWindow } from './host/shell/app-window.ts';
import { openCorePort } from './host/shell/core-port.ts';
import { createMediaDragging } from './host/shell/drag-media.ts';
import { createHandedOut } from './host/shell/handed-out.ts';
import { serveMediaScheme } from './host/shell/media-scheme.ts';
import { setAppMenu } from './host/shell/menu.ts';
import { lockNavigation } from './host/shell/navigation.ts';
import { createMediaOpening } from './host/shell/open-media.ts';
import { denyPermissions } from './host/shell/permissions.ts';
import { claimProfile } from './host/shell/profile.ts';
import { quitCleanly } from './host/shell/quit.ts';
import { createMediaSaving } from './host/shell/save-media.ts';
import { openShellPort } from './host/shell/shell-port.ts';
import { desktopCiphers } from './host/shell/system-cipher.ts';
import { wakeWithComputer } from './host/shell/wake.ts';
import { createWindowMemory } from './host/shell/window-memory.ts';
import { parseLaunchOptions } from './launch/options.ts';
import { explainFailure } from './launch/program.ts';
import { announceReady } from './launch/ready-line.ts';
import { runCore } from './launch/running-core.ts';
import { createLog, parseLogLevel } from './log.ts';
import { createKeyFileCipher } from './secrets/key-file-cipher.ts';

/** The built files lie side by side: `main`, `preload` and `renderer`. */
const builtDir = join(import.meta.dirname, '..');

async function run(): Promise<void> {
  const options = parseLaunchOptions(process.argv.slice(app.isPackaged ? 1 : 2), {
    environment: process.env,
    platform: process.platform,
    strangers: 'ignore',
  });
  const log = createLog(parseLogLevel(process.env['FRONTDESK_LOG']), join(options.home, 'logs'));
  const profile = claimProfile(options.home);
  registerAppScheme();
  app.enableSandbox();
  lockNavigation();

  await app.whenReady();
  const keyFileCipher = createKeyFileCipher(join(options.home, 'secrets.key'));
  const running = await runCore(options, await desktopCiphers(keyFileCipher, log), log);
  quitCleanly(() => running.stop());
  setAppMenu();
  serveAppScheme(session.defaultSession, builtDir, running.core.files);
  serveMediaScheme(session.defaultSession, running.core);
  denyPermissions(session.defaultSession);

  const window = createAppWindow({ builtDir, memory: createWindowMemory(profile, log), log });
  openCorePort({ core: running.core, window });
  const { media } = running.core;
  const handedOut = await createHandedOut(join(options.home, 'handed-out'));
  openShellPort({
    window,
    saveMedia: createMediaSaving(media, window),
    dragMedia: createMediaDragging({ media, handedOut, window }),
    openMedia: createMediaOpening({ media, handedOut }),
    log,
  });
  wakeWithComputer(running.core);
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  window.show();
  announceReady(running.core, options, null);
}

// Not awaited: Electron becomes ready only after this module has run to its end.
run().catch((error: unknown) => app.exit(explainFailure(error)));
