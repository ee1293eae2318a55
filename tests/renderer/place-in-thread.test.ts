import { describe, expect, it } from 'vitest';
import { placeInThread } from '../../renderer/features/inbox/message/place-in-thread.ts';
import { aMessage } from './builders.ts';

const noon = new Date(2026, 10, 22, 12).getTime();
const first = aMessage(1, { timestamp: noon });
const after = (ms: number, changes = {}) =>
  placeInThread(aMessage(2, { timestamp: noon + ms, ...changes }), first, true);

describe('the place of a message', () => {
  it('continues a run of the same sender within five minutes', () => {
    expect(after(4 * 60_000)).toEqual({ startsDay: false, startsRun: false });
  });

  it('starts a run after five minutes, or when the other side writes', () => {
    expect(after(5 * 60_000).startsRun).toBe(true);
    expect(after(1000, { direction: 'outbound' }).startsRun).toBe(true);
    expect(after(1000, { senderName: 'Ana' }).startsRun).toBe(true);
  });

  it('starts a day and a run after midnight', () => {
    expect(after(12 * 3_600_000)).toEqual({ startsDay: true, startsRun: true });
  });

  it('names the day of the first loaded message only where the conversation begins', () => {
    expect(placeInThread(first, undefined, true).startsDay).toBe(true);
    expect(placeInThread(first, undefined, false).startsDay).toBe(false);
  });
});
