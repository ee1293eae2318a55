import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';
import { changeChat } from '#electron/store/chat-triage.ts';
import type { LocalChange } from '#electron/store/chat-triage.ts';
import { openWayIn } from '../support/way-in.ts';
import { ANA, MONDAY, messageDelivery } from '../support/webhooks.ts';

const CHANGES: readonly LocalChange[] = [
  { kind: 'resolve' },
  { kind: 'snooze', until: (MONDAY + 86_400) * 1000 },
  { kind: 'snooze_until_reply' },
];

describe('a chat that was put away', () => {
  it.each(CHANGES)('comes back when the customer writes, after %o', async (change) => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA, { timestamp: String(MONDAY) }));
    wayIn.store.write((tx) => changeChat(tx, asId<ChatId>(1), change, MONDAY * 1000));
    expect(wayIn.rows('SELECT shelf FROM conversation')).not.toEqual([{ shelf: 'open' }]);
    await wayIn.receive(messageDelivery(ANA, { timestamp: String(MONDAY + 60) }));
    expect(wayIn.rows('SELECT shelf, snoozed_until FROM conversation')).toEqual([
      { shelf: 'open', snoozed_until: null },
    ]);
    wayIn.store.close();
  });
});
