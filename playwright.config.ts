import { defineConfig } from '@playwright/test';
import { electronRuntime } from './tests/e2e/desktop.ts';
import { findChromium } from './tests/support/chromium.ts';

const executablePath = process.env['FRONTDESK_TEST_BROWSER'] ?? findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A shared machine may take the processor away for seconds in the midst of a walk. What passed only
  // the second time is named at the end of `npm test`; where somebody can look, it fails at once.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: 'browser' },
    // The same specs in a real window, where there is a runtime to open one.
    ...(electronRuntime() === undefined ? [] : [{ name: 'desktop', grep: /@desktop/ }]),
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    // So that nothing is looked at while it fades in.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
