import { _electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import { exited, readReadyLine, ROOT } from '../support/app.ts';
import type { Ready } from '../support/app.ts';
import { installedElectron } from '#electron/launch/desktop-runtime.ts';

/** Where the Electron runtime lies on this machine; undefined where there is none. */
export function electronRuntime(): string | undefined {
  return installedElectron(ROOT, process.env);
}

export interface DesktopApp extends Ready {
  readonly page: Page;
  readonly stop: () => Promise<number | null>;
}

/** Starts the built app in a real window. The tested build has the inspect fuse that this needs. */
export async function startDesktop(
  executablePath: string,
  home: string,
  options: { readonly practice?: boolean; readonly graphUrl?: string },
): Promise<DesktopApp> {
  const args = [ROOT, '--home', home, '--json', '--webhook-port', '0', '--api-port', '0'];
  if (options.practice === true) args.push('--practice');
  const graph = options.graphUrl === undefined ? {} : { FRONTDESK_GRAPH_URL: options.graphUrl };
  const electron = await _electron.launch({
    executablePath,
    args,
    env: { ...definedOnly(process.env), ...graph },
  });
  const child = electron.process();
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const ready = await readReadyLine(child, () => log);
  return {
    ...ready,
    page: await electron.firstWindow(),
    async stop() {
      await electron.evaluate(({ app }) => app.quit());
      return await exited(child);
    },
  };
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
