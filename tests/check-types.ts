import { spawnSync } from 'node:child_process';

/** One compiler run per environment: each folder sees only the libraries it may use. */
export const PROJECTS = [
  'shared',
  'electron',
  'electron/host/browser/bridge',
  'renderer',
  'tests',
] as const;

const failed = PROJECTS.filter(
  (project) =>
    spawnSync('tsc', ['-p', project], { stdio: 'inherit', shell: process.platform === 'win32' })
      .status !== 0,
);
if (failed.length > 0) {
  console.error(`Types are wrong in: ${failed.join(', ')}`);
  process.exitCode = 1;
}
