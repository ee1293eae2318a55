import { registerHooks } from 'node:module';

/** Loaded before the built app: from here on `electron` means the stand-in, for packages as well. */
const STAND_IN = new URL('./electron.ts', import.meta.url).href;
const ADDRESS = 'electron-stand-in:electron';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    return { url: ADDRESS, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (url !== ADDRESS) return next(url, context);
    const name = JSON.stringify(STAND_IN);
    const source = `export * from ${name}; import * as all from ${name}; export default all;`;
    return { format: 'module', source, shortCircuit: true };
  },
});

await import('./remote.ts');
