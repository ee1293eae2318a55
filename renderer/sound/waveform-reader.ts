import type { WaveformAnswer, WaveformRequest } from './waveform-worker.ts';
import type { Waveform } from './peaks.ts';

/** Reads the outlines of sound files beside the page, so that nothing on it waits. */
export interface WaveformReader {
  /** Undefined where the file can't be read here. */
  read(url: string): Promise<Waveform | undefined>;
}

export function startWaveformReader(): WaveformReader {
  const worker = new Worker(new URL('./waveform-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (waveform: Waveform | undefined) => void>();
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<WaveformAnswer>) => {
    waiting.get(data.id)?.(data.waveform ?? undefined);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
  });

  return {
    read(url) {
      lastId += 1;
      const request: WaveformRequest = { id: lastId, url: new URL(url, document.baseURI).href };
      return new Promise((resolve) => {
        waiting.set(request.id, resolve);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
        worker.postMessage(request);
      });
    },
  };
}
