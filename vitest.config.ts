import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    env: { TZ: 'Europe/Vienna' },
    setupFiles: ['tests/support/refuse-old-node.ts'],
    // By itself the runner leaves one core free, which is half of a small machine; but what takes
    // long here waits for a process, a disk or a clock.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
