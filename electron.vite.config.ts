import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { stampBuild } from './electron/launch/build.ts';

const here = import.meta.dirname;
const startedAt = new Date();

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: 'hidden',
      rolldownOptions: {
        input: {
          index: join(here, 'electron/main.ts'),
          browser: join(here, 'electron/browser.ts'),
          'reader-worker': join(here, 'electron/store/reader-worker.ts'),
          'sheet-worker': join(here, 'electron/people/import/sheet-worker.ts'),
          'export-worker': join(here, 'electron/people/export/export-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but 'electron', and the bridge runs in a browser.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: {
          preload: join(here, 'electron/preload.ts'),
          bridge: join(here, 'electron/host/browser/bridge/bridge.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(here, 'renderer'),
    plugins: [
      react(),
      // The renderer is built last.
      { name: 'stamp-build', apply: 'build', writeBundle: () => stampBuild(here, startedAt) },
    ],
    build: {
      outDir: join(here, 'out/renderer'),
      minify: 'oxc',
      rolldownOptions: { input: join(here, 'renderer/index.html') },
    },
  },
});
