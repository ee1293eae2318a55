import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { electronRuntime } from './e2e/desktop.ts';
import { provideChromium } from './support/chromium.ts';

/**
 * Everything that must hold before a change lands, in the order in which it fails fastest.
 * The last line counts all runners together; the exit code is 0 only when nothing failed.
 *
 * Where `CI` is set, an end-to-end test has a second try, since a shared machine may stand still for
 * seconds in the midst of a walk. One that needed it counts as passed and is named before the last
 * line: it is either the machine, or a race that somebody has to look at.
 */

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The names of those that failed before they passed. */
  readonly unsteady?: readonly string[];
}

const CHECKS = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'node', ['tests/check-types.ts']],
  ['build', 'electron-vite', ['build', '--logLevel', 'warn']],
] as const;

const reports = mkdtempSync(join(tmpdir(), 'frontdesk-reports-'));

function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function runChecks(): Tally {
  let failed = 0;
  for (const [name, command, args] of CHECKS) {
    const ok = run(command, args);
    console.log(`${ok ? '✓' : '✗'} ${name}`);
    if (!ok) failed += 1;
  }
  return { passed: CHECKS.length - failed, failed, skipped: 0 };
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
  numPendingTests: z.int(),
});

function runUnitTests(): Tally {
  const file = join(reports, 'vitest.json');
  const ok = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file, vitestReport);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.numFailedTests === 0 ? report.numFailedTestSuites : 0;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: report.numPendingTests,
  };
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  tests: z.array(z.object({ status: z.string() })),
});

const playwrightSuite = z.object({
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

type Suite = z.infer<typeof playwrightSuite>;

const playwrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
  suites: z.array(playwrightSuite),
});

function unsteadyIn({ specs, suites = [] }: Suite): string[] {
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line, title }) => `${file}:${line} ${title}`);
  return [...own, ...suites.flatMap(unsteadyIn)];
}

function runEndToEndTests(): Tally {
  const browser = provideChromium();
  if (browser === undefined) {
    console.error(
      'The end-to-end tests need Chromium: install Chromium or Google Chrome, or run "npx playwright install chromium" with a connection.',
    );
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const file = join(reports, 'playwright.json');
  const ok = run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    FRONTDESK_TEST_BROWSER: browser,
  });
  const report = readReport(file, playwrightReport);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, flaky, unexpected, skipped } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected === 0 && !ok ? 1 : unexpected,
    skipped,
    unsteady: report.suites.flatMap(unsteadyIn),
  };
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`The runner left no readable report: ${String(error)}`);
    return undefined;
  }
}

const tallies = [runChecks(), runUnitTests(), runEndToEndTests()];
rmSync(reports, { recursive: true, force: true });

function sum(key: 'passed' | 'failed' | 'skipped'): number {
  return tallies.reduce((total, tally) => total + tally[key], 0);
}

if (electronRuntime() === undefined) {
  console.log(
    'NOT RUN: the desktop end-to-end tests. The Electron runtime is not on this machine; "npx install-electron" fetches it.',
  );
}
for (const name of tallies.flatMap(({ unsteady = [] }) => unsteady)) {
  console.log(`UNSTEADY: passed only the second time: ${name}`);
}
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped: each says above what it lacked.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
