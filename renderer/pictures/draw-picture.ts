import { UndrawableError, withinTime } from './drawn.ts';
import type { Drawn } from './drawn.ts';
import type { PictureAnswer } from './picture-worker.ts';

const LONGEST_MS = 20_000;

/** Throws `UndrawableError`, or another error when the file could not be read. */
export async function drawPicture(url: string): Promise<Drawn> {
  // A thread of its own for each, so that what a broken photo holds is freed with it.
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const answer = await withinTime(ask(worker, url), LONGEST_MS, () => worker.terminate());
  if (answer === 'unreadable') throw new Error('The file could not be read.');
  if (answer === 'undrawable') throw new UndrawableError('The picture can’t be decoded.');
  return { blob: answer };
}

function ask(worker: Worker, url: string): Promise<PictureAnswer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('The drawing thread ended.')));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(new URL(url, location.href).href);
  });
}
