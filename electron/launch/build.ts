import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whileAlone } from './alone.ts';
import { EXIT, LaunchError } from './exit-code.ts';

/** What the built files are made from. Tests and documents are not among it. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
] as const;

/** Builds what runs, if its sources changed since. Standard output stays free for the ready line. */
export function buildWhatIsStale(root: string): void {
  if (!isStale(root)) return;
  whileAlone(join(root, 'out', '.building'), () => {
    if (isStale(root)) build(root);
  });
}

function build(root: string): void {
  process.stderr.write('Building Frontdesk…\n');
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status } = spawnSync(process.execPath, [builder, 'build'], {
    cwd: root,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (status !== 0) throw new LaunchError(EXIT.failed, 'Frontdesk could not be built; see above.');
}

/** Whether a source is newer than the last whole build. */
export function isStale(root: string): boolean {
  const builtAt = modifiedAt(stampFile(root));
  return builtAt === undefined || SOURCES.some((source) => newestIn(join(root, source)) > builtAt);
}

/**
 * Marks the build as whole; the bundler calls it last. The time is that of the build's start, so
 * that what changed meanwhile counts as newer.
 */
export function stampBuild(root: string, startedAt: Date): void {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampFile(root), '');
  utimesSync(stampFile(root), startedAt, startedAt);
}

function stampFile(root: string): string {
  return join(root, 'out', '.built');
}

/** Folders count by their own time as well: it moves when a file inside goes away. */
function newestIn(path: string): number {
  const entries = statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
    : [];
  const times = entries.map((entry) => modifiedAt(join(path, entry)) ?? 0);
  return Math.max(modifiedAt(path) ?? 0, ...times);
}

function modifiedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
