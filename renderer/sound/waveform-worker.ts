import { ADTS, AudioSampleSink, BlobSource, Input, MP3, MP4, OGG, WAVE, WEBM } from 'mediabunny';
import type { InputAudioTrack } from 'mediabunny';
import { gatherPeaks } from './peaks.ts';
import type { Waveform } from './peaks.ts';

const READABLE = [OGG, MP3, MP4, ADTS, WAVE, WEBM];
/** A file of a few kilobytes can claim to hold days of silence. */
const LONGEST_DRAWN_S = 20 * 60;
const PATIENCE_MS = 20_000;

export interface WaveformRequest {
  readonly id: number;
  /** Absolute, because a worker stands at another address than the page. */
  readonly url: string;
}

export interface WaveformAnswer {
  readonly id: number;
  /** Null where the file can't be read here. */
  readonly waveform: Waveform | null;
}

serve();

function serve(): void {
  // One after the other: what is on the screen is worth waiting for, but not worth all processors.
  let last: Promise<void> = Promise.resolve();
  self.addEventListener('message', ({ data }: MessageEvent<WaveformRequest>) => {
    last = last.then(() => answer(data));
  });
}

async function answer({ id, url }: WaveformRequest): Promise<void> {
  const waveform = await read(url).catch(() => null);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  self.postMessage({ id, waveform } satisfies WaveformAnswer);
}

async function read(url: string): Promise<Waveform | null> {
  const response = await fetch(url);
  if (!response.ok) return null;
  using input = new Input({ source: new BlobSource(await response.blob()), formats: READABLE });
  const timer = setTimeout(() => input.dispose(), PATIENCE_MS);
  try {
    const track = await input.getPrimaryAudioTrack();
    if (track === null || !(await track.canDecode())) return null;
    const durationS = await track.computeDuration();
    const isDrawn = durationS > 0 && durationS <= LONGEST_DRAWN_S;
    return { durationS, bars: isDrawn ? await draw(track, durationS) : null };
  } finally {
    clearTimeout(timer);
  }
}

async function draw(track: InputAudioTrack, durationS: number): Promise<number[]> {
  const peaks = gatherPeaks(durationS);
  for await (using sample of new AudioSampleSink(track).samples()) {
    const options = { planeIndex: 0, format: 'f32-planar' } as const;
    const samples = new Float32Array(sample.allocationSize(options) / 4);
    sample.copyTo(samples, options);
    peaks.add(samples, sample.timestamp, sample.sampleRate);
  }
  return peaks.bars();
}
