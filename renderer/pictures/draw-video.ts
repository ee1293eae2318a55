import { blobOf, previewCanvas } from './canvas-blob.ts';
import { UndrawableError, withinTime } from './drawn.ts';
import type { Drawn } from './drawn.ts';

const LONGEST_MS = 20_000;
/** A little way in, because the very first frame is often black. */
const LOOK_AT_S = 1;

/** Throws `UndrawableError` when the video has no frame that this computer can show. */
export async function drawVideo(url: string): Promise<Drawn> {
  const video = document.createElement('video');
  video.crossOrigin = 'anonymous';
  video.muted = true;
  video.preload = 'auto';
  return await withinTime(frameOf(video, url), LONGEST_MS, () => {
    video.removeAttribute('src');
    video.load();
  });
}

async function frameOf(video: HTMLVideoElement, url: string): Promise<Drawn> {
  const loaded = once(video, 'loadeddata');
  video.src = url;
  await loaded;
  const duration = Number.isFinite(video.duration) ? video.duration : 0;
  const sought = once(video, 'seeked');
  video.currentTime = Math.min(LOOK_AT_S, duration / 4);
  await sought;
  const size = { width: video.videoWidth, height: video.videoHeight };
  if (size.width === 0) throw new UndrawableError('The video has no picture.');
  const canvas = previewCanvas(size);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return { blob: await blobOf(canvas), durationMs: Math.round(duration * 1000) };
}

function once(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(failureOf(video)), { once: true });
  });
}

function failureOf({ error }: HTMLVideoElement): Error {
  const isConnection = error?.code === MediaError.MEDIA_ERR_NETWORK;
  if (isConnection) return new Error('The video could not be read.');
  return new UndrawableError('The video can’t be decoded.');
}
