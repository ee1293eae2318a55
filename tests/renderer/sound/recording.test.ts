import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';
import { nextRecording, recordedMs } from '../../../renderer/sound/recording.ts';
import type { Recording, RecordingEvent } from '../../../renderer/sound/recording.ts';

const chatId = asId<ChatId>(7);
const IDLE: Recording = { phase: 'idle' };
const ASK: RecordingEvent = { kind: 'ask', chatId };

function after(...events: readonly RecordingEvent[]): Recording {
  return events.reduce(nextRecording, IDLE);
}

describe('a recording', () => {
  it('waits for the microphone before it counts', () => {
    const asking = after(ASK);
    expect(asking).toEqual({ phase: 'asking', chatId });
    expect(recordedMs(asking, 9_000)).toBe(0);
    expect(recordedMs(nextRecording(asking, { kind: 'granted', at: 9_000 }), 12_500)).toBe(3_500);
  });

  it('counts only the time in which it was not paused', () => {
    const paused = after(ASK, { kind: 'granted', at: 0 }, { kind: 'pause', at: 2_000 });
    expect(recordedMs(paused, 60_000)).toBe(2_000);
    const resumed = nextRecording(paused, { kind: 'resume', at: 60_000 });
    expect(recordedMs(resumed, 61_000)).toBe(3_000);
  });

  it('ends where it is, recording or paused, and says whether to send it', () => {
    const end = { kind: 'finish', at: 5_000, end: 'send' } as const;
    const finishing = {
      phase: 'finishing',
      chatId,
      doneMs: 5_000,
      end: 'send',
      problem: undefined,
    };
    expect(after(ASK, { kind: 'granted', at: 0 }, end)).toEqual(finishing);
    expect(after(ASK, { kind: 'granted', at: 0 }, { kind: 'pause', at: 5_000 }, end)).toEqual(
      finishing,
    );
    expect(after(ASK, { kind: 'granted', at: 0 }, end, { kind: 'done' })).toEqual(IDLE);
  });

  it('keeps what is there when the microphone is lost, and then says so', () => {
    const lost = after(
      ASK,
      { kind: 'granted', at: 0 },
      { kind: 'cutOff', at: 4_000, problem: 'lost' },
    );
    expect(lost).toMatchObject({ phase: 'finishing', doneMs: 4_000, end: 'keep' });
    expect(nextRecording(lost, { kind: 'done' })).toEqual({
      phase: 'failed',
      chatId,
      problem: 'lost',
    });
  });

  it('is not begun a second time while one is under way, but is after a failure', () => {
    const other: RecordingEvent = { kind: 'ask', chatId: asId<ChatId>(8) };
    const running = after(ASK, { kind: 'granted', at: 0 });
    expect(nextRecording(running, other)).toBe(running);
    const refused = after(ASK, { kind: 'failed', problem: 'denied' });
    expect(refused).toEqual({ phase: 'failed', chatId, problem: 'denied' });
    expect(nextRecording(refused, other)).toEqual({ phase: 'asking', chatId: 8 });
  });

  it.each<RecordingEvent>([
    { kind: 'granted', at: 1 },
    { kind: 'pause', at: 1 },
    { kind: 'resume', at: 1 },
    { kind: 'finish', at: 1, end: 'send' },
    { kind: 'cutOff', at: 1, problem: 'lost' },
    { kind: 'done' },
    { kind: 'failed', problem: 'busy' },
  ])('that was thrown away hears nothing of "$kind"', (late) => {
    const cancelled = after(ASK, { kind: 'granted', at: 0 }, { kind: 'clear' });
    expect(nextRecording(cancelled, late)).toEqual(IDLE);
  });
});
