import { describe, expect, it } from 'vitest';
import { systemClock } from '#electron/clock.ts';
import { sendMessage } from '#electron/sending/compose.ts';
import { messageHistory } from '#electron/store/message-history.ts';
import { sendingWorld, storedMessage } from '../support/sending.ts';

const OFFER = { name: 'offer', language: { code: 'en' } };

describe('a template that WhatsApp holds until people have judged it', () => {
  it('is accepted, and its story says that it is held', async () => {
    const { store, platform, chats, sender } = await sendingWorld();
    platform.conditions.template({ name: 'offer', language: 'en' }, { kind: 'paced', first: 1 });
    const ids = [];
    for (const chatId of chats.slice(0, 2)) {
      const message = { chatId, type: 'template', content: OFFER, replyToWamid: null } as const;
      ids.push(sendMessage({ store, clock: systemClock }, message));
      await sender.idle();
    }
    const stories = ids.map((id) => [
      storedMessage(store, id).status,
      messageHistory(store, id)?.statuses.map(({ status }) => status),
    ]);
    expect(stories).toEqual([
      ['accepted', []],
      ['accepted', ['held_for_quality_assessment']],
    ]);
  });
});
