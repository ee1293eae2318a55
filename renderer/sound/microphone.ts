import type { RecordingProblem } from './recording.ts';

/** Speech stays clear at this rate, and four minutes of it are under `VOICE_NOTE_BYTES`. */
const BITS_PER_SECOND = 16_000;
const FORMAT = 'audio/webm;codecs=opus';
/** A page that is closed in the middle loses no more than this. */
const PIECE_MS = 1000;

/** Takes down what the microphone hears until it is told to stop. */
export interface Microphone {
  /** How loud it is right now, 0 to 1. */
  level(): number;
  pause(): void;
  resume(): void;
  /** Everything heard, as WebM. The microphone is free after that. */
  stop(): Promise<Blob>;
}

interface Listener {
  /** Called about once a second with what was heard since. */
  readonly onPiece: (piece: Blob) => void;
  /** The device was unplugged or taken away. */
  readonly onLost: () => void;
}

export class MicrophoneRefusal extends Error {
  override readonly name = 'MicrophoneRefusal';
  readonly problem: RecordingProblem;

  constructor(problem: RecordingProblem, options?: ErrorOptions) {
    super(`The microphone cannot be used: ${problem}.`, options);
    this.problem = problem;
  }
}

/** Asks for the microphone and begins at once. Throws `MicrophoneRefusal` where there is none to be had. */
export async function openMicrophone({ onPiece, onLost }: Listener): Promise<Microphone> {
  const stream = await ask();
  const pieces: Blob[] = [];
  const recorder = new MediaRecorder(stream, {
    mimeType: FORMAT,
    audioBitsPerSecond: BITS_PER_SECOND,
  });
  recorder.addEventListener('dataavailable', ({ data }) => {
    pieces.push(data);
    onPiece(data);
  });
  for (const track of stream.getAudioTracks()) track.addEventListener('ended', onLost);
  recorder.addEventListener('error', onLost);
  const stopped = new Promise((resolve) => {
    recorder.addEventListener('stop', resolve, { once: true });
  });
  recorder.start(PIECE_MS);
  const meter = startMeter(stream);

  return {
    level: () => meter.level(),
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      meter.stop();
      for (const track of stream.getTracks()) track.stop();
      return new Blob(pieces, { type: FORMAT });
    },
  };
}

async function ask(): Promise<MediaStream> {
  if (!('mediaDevices' in navigator) || !('MediaRecorder' in window)) {
    throw new MicrophoneRefusal('unavailable');
  }
  try {
    // WhatsApp shows only mono as a voice message. Source: meta-platform §1.3.
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch (error) {
    throw new MicrophoneRefusal(problemOf(error), { cause: error });
  }
}

function problemOf(error: unknown): RecordingProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'noMicrophone';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unavailable';
  }
}

/** Quiet speech already moves the bars. */
const GAIN = 4;

function startMeter(stream: MediaStream): { level(): number; stop(): void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const wave = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(wave);
      const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length;
      return Math.min(1, Math.sqrt(power) * GAIN);
    },
    stop: () => void context.close(),
  };
}
