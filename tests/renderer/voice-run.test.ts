import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import type { MediaFile } from '#shared/models/media-file.ts';
import type { Message } from '#shared/models/message.ts';
import { nextVoiceMessage } from '../../renderer/stores/voice-run.ts';
import { aMessage } from './builders.ts';

function voice(id: number, changes: Partial<Message> = {}, state: MediaFile['state'] = 'present') {
  return aMessage(id, {
    type: 'audio',
    content: {
      kind: 'media',
      media: 'audio',
      caption: '',
      filename: null,
      mimeType: 'audio/ogg; codecs=opus',
      isVoice: true,
      file: {
        id: asId<MediaId>(id),
        state,
        bytes: 4_000,
        shownAs: 'audio',
        width: null,
        height: null,
        problem: null,
        preview: null,
      },
    },
    ...changes,
  });
}

function after(first: Message, second: Message): number | undefined {
  return nextVoiceMessage([aMessage(1), first, second], first.id)?.id;
}

describe('the voice message that is played next', () => {
  it('is the one that was spoken right after', () => {
    expect(after(voice(2), voice(3))).toBe(3);
  });

  it('is none where the other side spoke, a text came between, or the file is not here', () => {
    expect(after(voice(2), voice(3, { direction: 'outbound' }))).toBeUndefined();
    expect(after(voice(2), aMessage(3))).toBeUndefined();
    expect(after(voice(2), voice(3, {}, 'wanted'))).toBeUndefined();
  });

  it('is none at the end, and none where the thread shows another chat by now', () => {
    expect(nextVoiceMessage([voice(2)], voice(2).id)).toBeUndefined();
    expect(nextVoiceMessage([voice(5), voice(6)], voice(2).id)).toBeUndefined();
  });
});
