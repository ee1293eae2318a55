import type { ChatId } from '#shared/ids.ts';
import { unreachable } from '#shared/unreachable.ts';

/** Why there is no recording, or why it ended before its time. */
export type RecordingProblem =
  | 'denied'
  | 'noMicrophone'
  | 'busy'
  | 'unavailable'
  | 'lost'
  | 'nothingHeard'
  | 'notKept'
  | 'full'
  | 'interrupted';

/** `keep`: to be listened to and sent later. `send`: to go out as soon as it is ready. */
export type RecordingEnd = 'keep' | 'send';

/** Where a voice note stands between the first press and the finished file. Times in ms. */
export type Recording =
  | { readonly phase: 'idle' }
  | { readonly phase: 'asking'; readonly chatId: ChatId }
  | {
      readonly phase: 'recording';
      readonly chatId: ChatId;
      /** Recorded before the last pause. */
      readonly doneMs: number;
      readonly since: number;
    }
  | { readonly phase: 'paused'; readonly chatId: ChatId; readonly doneMs: number }
  | {
      readonly phase: 'finishing';
      readonly chatId: ChatId;
      readonly doneMs: number;
      readonly end: RecordingEnd;
      /** What ended it, if the owner did not. */
      readonly problem: RecordingProblem | undefined;
    }
  | {
      readonly phase: 'failed';
      readonly chatId: ChatId;
      readonly problem: RecordingProblem;
    };

export type RecordingEvent =
  | { readonly kind: 'ask'; readonly chatId: ChatId }
  | { readonly kind: 'granted'; readonly at: number }
  | { readonly kind: 'pause'; readonly at: number }
  | { readonly kind: 'resume'; readonly at: number }
  | { readonly kind: 'finish'; readonly at: number; readonly end: RecordingEnd }
  /** The microphone is gone, or the file is as large as one may be: what is there is kept. */
  | { readonly kind: 'cutOff'; readonly at: number; readonly problem: RecordingProblem }
  /** The file is ready. */
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly problem: RecordingProblem }
  /** Thrown away, or its complaint was read. */
  | { readonly kind: 'clear' };

/** What becomes of a recording; an event that does not fit where it stands changes nothing. */
export function nextRecording(now: Recording, event: RecordingEvent): Recording {
  switch (event.kind) {
    case 'ask':
      return isBusy(now) ? now : { phase: 'asking', chatId: event.chatId };
    case 'granted':
      return now.phase === 'asking'
        ? { phase: 'recording', chatId: now.chatId, doneMs: 0, since: event.at }
        : now;
    case 'pause':
      return now.phase === 'recording'
        ? { phase: 'paused', chatId: now.chatId, doneMs: recordedMs(now, event.at) }
        : now;
    case 'resume':
      return now.phase === 'paused'
        ? { phase: 'recording', chatId: now.chatId, doneMs: now.doneMs, since: event.at }
        : now;
    case 'finish':
      return finishing(now, event.at, event.end, undefined);
    case 'cutOff':
      return finishing(now, event.at, 'keep', event.problem);
    case 'done':
      if (now.phase !== 'finishing') return now;
      return now.problem === undefined
        ? { phase: 'idle' }
        : { phase: 'failed', chatId: now.chatId, problem: now.problem };
    case 'failed':
      return now.phase === 'idle'
        ? now
        : { phase: 'failed', chatId: now.chatId, problem: event.problem };
    case 'clear':
      return { phase: 'idle' };
    default:
      return unreachable(event);
  }
}

function finishing(
  now: Recording,
  at: number,
  end: RecordingEnd,
  problem: RecordingProblem | undefined,
): Recording {
  if (now.phase !== 'recording' && now.phase !== 'paused') return now;
  return { phase: 'finishing', chatId: now.chatId, doneMs: recordedMs(now, at), end, problem };
}

/** Something is being recorded or made ready, and a second recording has to wait for it. */
export function isBusy({ phase }: Recording): boolean {
  return phase !== 'idle' && phase !== 'failed';
}

export function recordedMs(now: Recording, at: number): number {
  if (now.phase === 'recording') return now.doneMs + Math.max(0, at - now.since);
  return 'doneMs' in now ? now.doneMs : 0;
}
