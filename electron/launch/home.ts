import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The data folder as an absolute path: asked for by hand, or by environment, or the platform's own. */
export function resolveHome(
  given: string | undefined,
  environment: Environment,
  platform: NodeJS.Platform,
): string {
  const wanted = given ?? filled(environment['FRONTDESK_HOME']);
  return wanted === undefined
    ? join(userDataFolder(environment, platform), 'Frontdesk')
    : resolve(wanted);
}

function userDataFolder(environment: Environment, platform: NodeJS.Platform): string {
  if (platform === 'win32') {
    return filled(environment['APPDATA']) ?? join(homedir(), 'AppData', 'Roaming');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return filled(environment['XDG_CONFIG_HOME']) ?? join(homedir(), '.config');
}

function filled(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
