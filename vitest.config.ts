import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    env: { TZ: 'Europe/Vienna' },
    setupFiles: ['tests/support/refuse-old-node.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
