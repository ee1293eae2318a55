import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Who may import whom. A room is a path prefix; the longest prefix that fits a file is its room.
 * Every room may import itself, so only the other rooms are listed.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  ...rooms({
    'electron/clock.ts': [],
    'electron/log-file.ts': [],
    'electron/log.ts': ['log-file.ts'],
    'electron/alarm.ts': [],
    'electron/loopback.ts': [],
    'electron/store': [],
    'electron/graph': [],
    'electron/practice': [],
    'electron/secrets': ['store'],
    'electron/people': ['store', 'graph', 'alarm.ts'],
    'electron/webhook': ['store', 'people', 'sending', 'loopback.ts'],
    'electron/sending': ['store', 'graph', 'alarm.ts'],
    'electron/media': ['store', 'graph', 'alarm.ts'],
    'electron/accounts': ['store', 'graph', 'secrets'],
    'electron/seed': ['store'],
    'electron/doctor': ['store', 'accounts', 'graph', 'media', 'secrets'],
    'electron/labels': ['store'],
    'electron/notes': ['store'],
    'electron/segments': ['store'],
    'electron/templates': ['store', 'graph', 'sending', 'people', 'alarm.ts'],
    'electron/triage': ['store', 'sending', 'alarm.ts'],
    'electron/ipc': [
      'store',
      'sending',
      'triage',
      'people',
      'labels',
      'notes',
      'segments',
      'templates',
    ],
    'electron/api': ['store', 'sending', 'people', 'labels', 'loopback.ts'],
    'electron/launch': ['core.ts', 'store', 'secrets', 'loopback.ts'],
    'electron/host': ['core.ts', 'launch', 'ipc', 'media', 'secrets', 'loopback.ts'],
  }),
  'electron/launch/version.ts': ['package.json'],
  // The composition root and its one part that is too long to stand in it.
  'electron/core.ts': ['shared', 'electron'],
  'electron/practice-account.ts': ['shared', 'electron'],
  // Entries.
  'electron/command-line': ['shared', 'electron'],
  'electron/cli.ts': ['electron/command-line'],
  'electron/start.ts': ['electron/launch'],
  'electron/browser.ts': ['shared', 'electron'],
  'electron/main.ts': ['shared', 'electron'],
  'electron/preload.ts': ['shared', 'electron/host'],
  renderer: ['shared'],
};

/** Rooms inside electron/: beside what is listed, each may use what is shared, the clock and the log. */
function rooms(
  listed: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  const ground = ['shared', 'electron/clock.ts', 'electron/log.ts'];
  return Object.fromEntries(
    Object.entries(listed).map(([room, others]) => [
      room,
      [...ground, ...others.map((other) => `electron/${other}`)],
    ]),
  );
}

/** Where the `electron` package may be imported: everything else runs in plain Node. */
const SHELL = ['electron/main.ts', 'electron/preload.ts', 'electron/host/shell/'];

/** Packages of the desktop shell that import `electron` themselves. */
const SHELL_PACKAGES = new Set(['electron', 'electron-store', 'electron-updater']);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isPackage: boolean;
}

const sources = ['shared', 'electron', 'renderer'].flatMap(listSources);
const imports = sources.flatMap(readImports);

describe('the house', () => {
  it('has imports to look at', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets arrows point inward only', () => {
    const wrong = imports.filter(({ isPackage }) => !isPackage).filter(isForbidden);
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('imports electron in the shell only', () => {
    const wrong = imports
      .filter(({ to, isPackage }) => isPackage && SHELL_PACKAGES.has(to))
      .filter(({ from }) => !SHELL.some((place) => from.startsWith(place)));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('keeps features of the renderer apart from each other', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [source, target] = [featureOf(from), featureOf(to)];
      return source !== undefined && target !== undefined && source !== target;
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('keeps SQL inside the store', () => {
    const statement = /\b(SELECT\s[\s\S]*?\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\s/;
    const wrong = sources
      .filter((file) => !file.startsWith('electron/store/'))
      .filter((file) => statement.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('reads only types out of the contract in the renderer, which must not carry its schemas', () => {
    const wrong = sources
      .filter((file) => file.startsWith('renderer/'))
      .filter((file) =>
        /^import (?!type\b)[^;]*?from '#shared\/(contract|preferences)\.ts'/m.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
      );
    expect(wrong).toEqual([]);
  });
});

function isForbidden({ from, to }: Import): boolean {
  const room = roomOf(from);
  if (room === undefined) return true;
  if (isInside(to, room)) return false;
  return !ARROWS[room]?.some((allowed) => isInside(to, allowed));
}

function roomOf(file: string): string | undefined {
  return Object.keys(ARROWS)
    .filter((room) => isInside(file, room))
    .toSorted((a, b) => b.length - a.length)[0];
}

function isInside(file: string, room: string): boolean {
  return file === room || file.startsWith(`${room}/`);
}

function featureOf(file: string): string | undefined {
  return /^renderer\/features\/([^/]+)\//.exec(file)?.[1];
}

function listSources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.endsWith('.d.ts'));
}

function readImports(from: string): Import[] {
  const text = readFileSync(join(ROOT, from), 'utf8');
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g),
  ].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => resolveImport(from, specifier));
}

function resolveImport(from: string, specifier: string): Import {
  if (specifier.startsWith('#')) return { from, to: specifier.slice(1), isPackage: false };
  if (specifier.startsWith('.')) {
    const to = join(dirname(from), specifier).split(sep).join('/');
    return { from, to, isPackage: false };
  }
  return { from, to: specifier, isPackage: true };
}
