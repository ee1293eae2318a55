import { describe, expect, it } from 'vitest';
import {
  isFull,
  isTooLongForVoice,
  VOICE_NOTE_BYTES,
} from '../../../renderer/sound/voice-note-size.ts';

const MB = 1_000_000;

describe('a recording', () => {
  it('is called too long a little before the customer would see a file instead', () => {
    expect(isTooLongForVoice(VOICE_NOTE_BYTES / 2)).toBe(false);
    expect(isTooLongForVoice(VOICE_NOTE_BYTES * 0.99)).toBe(true);
  });

  it('ends before it is larger than WhatsApp takes', () => {
    expect(isFull(14 * MB)).toBe(false);
    expect(isFull(15.5 * MB)).toBe(true);
  });
});
