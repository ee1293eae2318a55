import {
  ADTS,
  BlobSource,
  BufferTarget,
  Conversion,
  ConversionCanceledError,
  FLAC,
  Input,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  OggOutputFormat,
  Output,
  QTFF,
  Quality,
  WAVE,
  WEBM,
} from 'mediabunny';
import type { ConversionAudioOptions, InputAudioTrack } from 'mediabunny';

const READABLE = [WAVE, WEBM, MATROSKA, FLAC, MP3, MP4, QTFF, ADTS, OGG];
const BITS_PER_SECOND = 24_000;
const TYPE = 'audio/ogg; codecs=opus';

export type OggOpus =
  | { readonly ok: true; readonly file: File }
  /** `unreadable`: nothing in it can be heard here. `cancelled`: the signal said so. */
  | { readonly ok: false; readonly problem: 'unreadable' | 'cancelled' };

/**
 * Makes of a sound file what WhatsApp takes as a voice message: OGG with one channel of Opus. What is
 * that inside already is copied without loss. Titles, covers and places are left behind.
 * Source: meta-platform §1.3.
 *
 * @param name of the file that comes out; its ending is replaced by `.ogg`
 * @param onProgress hears a share from 0 to 1
 */
export async function toOggOpus(
  sound: Blob,
  name: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<OggOpus> {
  using input = new Input({ source: new BlobSource(sound), formats: READABLE });
  const target = new BufferTarget();
  const output = new Output({ format: new OggOutputFormat(), target });
  try {
    const conversion = await Conversion.init({
      input,
      output,
      tracks: 'primary',
      video: { discard: true },
      audio: asMonoOpus,
      tags: {},
      showWarnings: false,
    });
    if (signal.aborted) return { ok: false, problem: 'cancelled' };
    if (!conversion.isValid) return { ok: false, problem: 'unreadable' };
    signal.addEventListener('abort', () => void conversion.cancel(), { once: true });
    conversion.onProgress = onProgress;
    await conversion.execute();
  } catch (error) {
    const isCancelled = error instanceof ConversionCanceledError;
    return { ok: false, problem: isCancelled ? 'cancelled' : 'unreadable' };
  }
  if (target.buffer === null) return { ok: false, problem: 'unreadable' };
  const bare = name.replace(/\.[^.]*$/, '');
  return { ok: true, file: new File([target.buffer], `${bare}.ogg`, { type: TYPE }) };
}

async function asMonoOpus(track: InputAudioTrack): Promise<ConversionAudioOptions> {
  const wanted = { codec: 'opus', numberOfChannels: 1 } as const;
  const isThere = (await track.getCodec()) === 'opus' && (await track.getNumberOfChannels()) === 1;
  // A rate that is asked for would encode again what can be copied.
  return isThere ? wanted : { ...wanted, quality: new Quality({ bitrate: BITS_PER_SECOND }) };
}
