import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT, LaunchError } from '#electron/launch/exit-code.ts';
import { resolveHome } from '#electron/launch/home.ts';
import { parseLaunchOptions } from '#electron/launch/options.ts';
import type { LaunchOptions } from '#electron/launch/options.ts';

function parse(
  args: readonly string[],
  environment: Record<string, string> = {},
  strangers: 'refuse' | 'ignore' = 'refuse',
): LaunchOptions {
  const surroundings = { XDG_CONFIG_HOME: '/config', ...environment };
  return parseLaunchOptions(args, { environment: surroundings, platform: 'linux', strangers });
}

function refusal(args: readonly string[], environment: Record<string, string> = {}): LaunchError {
  try {
    parse(args, environment);
  } catch (error) {
    if (error instanceof LaunchError) return error;
    throw error;
  }
  throw new Error('These options were taken.');
}

const DEFAULTS: LaunchOptions = {
  home: resolve('/config/Frontdesk'),
  browser: false,
  practice: false,
  uiPort: { port: 4810, isDefault: true },
  webhookPort: { port: 4811, isDefault: true },
  apiPort: { port: 4812, isDefault: true },
  open: true,
  json: false,
  help: false,
  graphUrl: null,
};

describe('the options of npm start', () => {
  it.each<[string, readonly string[], Partial<LaunchOptions>]>([
    ['nothing', [], {}],
    ['--browser', ['--browser'], { browser: true }],
    ['--practice', ['--practice'], { practice: true }],
    ['--no-open', ['--no-open'], { open: false }],
    ['--json', ['--json'], { json: true }],
    ['--help', ['--help'], { help: true }],
    ['--home', ['--home', '/data'], { home: resolve('/data') }],
    ['a relative --home', ['--home=here'], { home: resolve('here') }],
    ['--port', ['--port', '80'], { uiPort: { port: 80, isDefault: false } }],
    ['the default by hand', ['--port', '4810'], { uiPort: { port: 4810, isDefault: false } }],
    ['port 0', ['--webhook-port', '0'], { webhookPort: { port: 0, isDefault: false } }],
    ['--api-port', ['--api-port=65535'], { apiPort: { port: 65_535, isDefault: false } }],
  ])('take %s', (_what, args, expected) => {
    expect(parse(args)).toEqual({ ...DEFAULTS, ...expected });
  });

  it.each<[readonly string[], string]>([
    [['--colour'], '--colour'],
    [['home'], 'home'],
    [['--home'], '--home'],
    [['--home', ''], '--home'],
    [['--browser=yes'], '--browser'],
    [['--port', '65536'], '--port'],
    [['--port', '-1'], '--port'],
    [['--port', '4e3'], '--port'],
    [['--port', ''], '--port'],
    [['--api-port', 'http'], '--api-port'],
  ])('refuse %j and name the option', (args, named) => {
    expect(refusal(args)).toMatchObject({ exitCode: EXIT.wrongUsage });
    expect(refusal(args).message).toContain(named);
  });

  it('leave switches of Chromium alone when they share its command line', () => {
    const args = ['--inspect=0', '--no-sandbox', '--home', '/data', '--practice', '-psn_0_1'];
    expect(parse(args, {}, 'ignore')).toEqual({
      ...DEFAULTS,
      home: resolve('/data'),
      practice: true,
    });
    expect(() => parse(['--home'], {}, 'ignore')).toThrow('--home needs a value');
  });

  it('take another Graph address from the environment, if it is one', () => {
    expect(parse([], { FRONTDESK_GRAPH_URL: 'http://127.0.0.1:9' }).graphUrl).toBe(
      'http://127.0.0.1:9',
    );
    expect(parse([], { FRONTDESK_GRAPH_URL: '' }).graphUrl).toBeNull();
    expect(refusal([], { FRONTDESK_GRAPH_URL: 'file:///etc' }).exitCode).toBe(EXIT.wrongUsage);
    expect(refusal([], { FRONTDESK_GRAPH_URL: 'graph' }).exitCode).toBe(EXIT.wrongUsage);
  });
});

describe('the data folder', () => {
  it.each<[string, string | undefined, Record<string, string>, NodeJS.Platform, string]>([
    ['by hand', '/a', { FRONTDESK_HOME: '/b' }, 'linux', resolve('/a')],
    ['by environment', undefined, { FRONTDESK_HOME: '/b' }, 'darwin', resolve('/b')],
    ['of XDG', undefined, { XDG_CONFIG_HOME: '/x' }, 'linux', join('/x', 'Frontdesk')],
    ['of Linux', undefined, {}, 'linux', join(homedir(), '.config', 'Frontdesk')],
    [
      'of Linux with an empty environment',
      undefined,
      { FRONTDESK_HOME: '', XDG_CONFIG_HOME: '' },
      'linux',
      join(homedir(), '.config', 'Frontdesk'),
    ],
    [
      'of the Mac',
      undefined,
      {},
      'darwin',
      join(homedir(), 'Library', 'Application Support', 'Frontdesk'),
    ],
    ['of Windows', undefined, { APPDATA: '/r' }, 'win32', join('/r', 'Frontdesk')],
  ])('is the one %s', (_whose, given, environment, platform, expected) => {
    expect(resolveHome(given, environment, platform)).toBe(expected);
  });
});
