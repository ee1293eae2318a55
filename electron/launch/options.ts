import { parseArgs } from 'node:util';
import type { PortChoice } from '../loopback.ts';
import { EXIT, LaunchError } from './exit-code.ts';
import { resolveHome } from './home.ts';

export interface LaunchOptions {
  /** Absolute path of the data folder. */
  readonly home: string;
  readonly browser: boolean;
  readonly practice: boolean;
  readonly uiPort: PortChoice;
  readonly webhookPort: PortChoice;
  readonly apiPort: PortChoice;
  /** Whether browser mode may open the browser by itself. */
  readonly open: boolean;
  readonly json: boolean;
  readonly help: boolean;
  /** Replaces https://graph.facebook.com; null for the real one. */
  readonly graphUrl: string | null;
}

export const USAGE = `npm start -- [OPTIONS]

  --home DIR          data folder (FRONTDESK_HOME, else the user-data folder + Frontdesk)
  --browser           serve the app to a browser on this machine instead of opening a window
  --practice          start with the practice account
  --port N            port of the page in browser mode (4810; 0 takes any free one)
  --webhook-port N    port that receives Meta's deliveries (4811)
  --api-port N        port of the local REST API (4812)
  --no-open           do not open a browser
  --json              print one line of JSON when ready; logs go to standard error
  --help              this text
`;

const DEFAULT_PORTS = { ui: 4810, webhook: 4811, api: 4812 };

interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** A desktop window shares its command line with Chromium's switches, which are not ours to judge. */
  readonly strangers: 'refuse' | 'ignore';
}

/** Throws a `LaunchError` (wrong usage) that names the option and what it takes. */
export function parseLaunchOptions(
  args: readonly string[],
  { environment, platform, strangers }: Surroundings,
): LaunchOptions {
  const values = read(args, strangers);
  return {
    home: resolveHome(text('--home', values['home']), environment, platform),
    browser: values['browser'] === true,
    practice: values['practice'] === true,
    uiPort: port('--port', values['port'], DEFAULT_PORTS.ui),
    webhookPort: port('--webhook-port', values['webhook-port'], DEFAULT_PORTS.webhook),
    apiPort: port('--api-port', values['api-port'], DEFAULT_PORTS.api),
    open: values['no-open'] !== true,
    json: values['json'] === true,
    help: values['help'] === true,
    graphUrl: graphUrl(environment['FRONTDESK_GRAPH_URL']),
  };
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function read(args: readonly string[], strangers: Surroundings['strangers']): Values {
  try {
    return parseArgs({
      args: [...args],
      strict: strangers === 'refuse',
      allowPositionals: strangers === 'ignore',
      options: {
        home: { type: 'string' },
        browser: { type: 'boolean' },
        practice: { type: 'boolean' },
        port: { type: 'string' },
        'webhook-port': { type: 'string' },
        'api-port': { type: 'string' },
        'no-open': { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LaunchError(EXIT.wrongUsage, `${reason}\n\n${USAGE}`, { cause: error });
  }
}

function text(option: string, value: Values[string]): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new LaunchError(EXIT.wrongUsage, `${option} needs a value, as in “${option} DIR”.`);
}

function port(option: string, value: Values[string], fallback: number): PortChoice {
  if (value === undefined) return { port: fallback, isDefault: true };
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (number <= 65_535) return { port: number, isDefault: false };
  throw new LaunchError(
    EXIT.wrongUsage,
    `${option} takes a port number from 0 to 65535; “${String(value)}” is not one.`,
  );
}

function graphUrl(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  const protocol = URL.canParse(value) ? new URL(value).protocol : '';
  if (protocol === 'https:' || protocol === 'http:') return value;
  throw new LaunchError(
    EXIT.wrongUsage,
    `FRONTDESK_GRAPH_URL must be an http or https address; “${value}” is not one.`,
  );
}
