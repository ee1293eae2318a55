import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { systemClock } from '#electron/clock.ts';
import { startCore } from '#electron/core.ts';
import { silentLog } from '#electron/log.ts';
import { createKeyFileCipher } from '#electron/secrets/key-file-cipher.ts';
import { PIECE_BYTES } from '#shared/contract-imports.ts';
import { AS_IT_LOOKS } from '#shared/models/contact-import.ts';
import { percentile } from './measure.ts';

/**
 * The core alone in a process of its own, with a list of contacts going through it as the page does
 * it, while somebody looks at the inbox. Arguments: the data folder, the file. Tells over IPC what
 * each part took.
 */
const [home = '', path = ''] = process.argv.slice(2);
const core = await startCore({
  home,
  version: 'bench',
  graphUrl: 'http://127.0.0.1:9',
  webhookPort: { port: 0, isDefault: false },
  apiPort: { port: 0, isDefault: false },
  practice: false,
  ciphers: [createKeyFileCipher(join(home, 'secrets.key'))],
  log: silentLog,
  clock: systemClock,
});

const begun = z.object({ uploadId: z.string() });
const anImport = z.object({ id: z.int(), state: z.string() });

async function ask(command: string, input: unknown): Promise<unknown> {
  const result = await core.router.handle(command, input);
  if (result.ok) return result.data;
  throw new Error(`${command}: ${result.error.message}`);
}

async function upload(): Promise<string> {
  const { uploadId } = begun.parse(await ask('imports.begin', { fileName: basename(path) }));
  const file = await open(path);
  for await (const piece of file.createReadStream({ highWaterMark: PIECE_BYTES })) {
    const base64 = Buffer.from(piece).toString('base64');
    await ask('imports.append', { uploadId, base64 });
  }
  return uploadId;
}

/** Answers when the import is no longer at work. */
async function ended(importId: number): Promise<void> {
  for (;;) {
    const { state } = anImport.parse(await ask('imports.get', { importId }));
    if (state === 'done' || state === 'undone') return;
    if (!state.endsWith('ing')) throw new Error(`The import is ${state}.`);
    await sleep(20);
  }
}

async function measured(name: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const pages: number[] = [];
  const looking = new AbortController();
  const looks = lookAtInbox(pages, looking.signal);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, megabytes());
  }, 20);
  delay.enable();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  clearInterval(watch);
  looking.abort();
  await looks;
  process.send?.({
    name,
    before,
    peak,
    seconds,
    p99: delay.percentile(99) / 1e6,
    max: delay.max / 1e6,
    page: percentile(pages, 0.99),
  });
}

function megabytes(): number {
  return process.memoryUsage().rss / 1e6;
}

async function lookAtInbox(pages: number[], signal: AbortSignal): Promise<void> {
  const page = { filter: 'all', accountId: null, cursor: null, limit: 50 };
  while (!signal.aborted) {
    const start = performance.now();
    await ask('chats.page', page);
    pages.push(performance.now() - start);
    await sleep(20);
  }
}

// What the start leaves behind is no part of what is measured.
await sleep(500);
const before = megabytes();
const uploadId = await upload();
const choices = { uploadId, reading: AS_IT_LOOKS, targets: null, defaultCountry: null };
await measured('dry run', () => ask('imports.rehearse', choices));
let importId = 0;
await measured('import', async () => {
  importId = anImport.parse(await ask('imports.apply', choices)).id;
  await ended(importId);
});
await measured('undo', () => ask('imports.undo', { importId }));
await core.stop();
process.exit(0);
