import { describe, expect, it } from 'vitest';
import { firstUnread, mergeMessages } from '../../renderer/stores/message-order.ts';
import type { Message } from '#shared/models/message.ts';
import { aMessage, messageId } from './builders.ts';

const ids = (messages: readonly Message[]) => messages.map((message): number => message.id);
const whole = { olderCursor: null, newerCursor: null };
const middle = { olderCursor: 'older', newerCursor: 'newer' };

describe('merging messages into the loaded part of a thread', () => {
  const messages = [aMessage(2), aMessage(3), aMessage(5)];

  it('replaces what changed and keeps everything else the same object', () => {
    const changed = aMessage(3, { status: 'read' });
    const merged = mergeMessages({ messages, ...whole }, [changed.id], [changed]);
    expect(merged).toEqual([messages[0], changed, messages[2]]);
    expect(merged[0]).toBe(messages[0]);
  });

  it('takes out what the answer no longer has', () => {
    expect(ids(mergeMessages({ messages, ...whole }, [messageId(3)], []))).toEqual([2, 5]);
  });

  it('puts a late message where its time belongs', () => {
    const late = aMessage(4);
    expect(ids(mergeMessages({ messages, ...whole }, [late.id], [late]))).toEqual([2, 3, 4, 5]);
  });

  it('does not show a new message behind a hole', () => {
    const newest = aMessage(9);
    const older = aMessage(1);
    const merged = mergeMessages({ messages, ...middle }, [newest.id, older.id], [newest, older]);
    expect(ids(merged)).toEqual([2, 3, 5]);
  });
});

describe('the first unread message', () => {
  const thread = [
    aMessage(1),
    aMessage(2),
    aMessage(3, { direction: 'outbound' }),
    aMessage(4),
    aMessage(5),
  ];

  it('counts only what customers wrote, from the end', () => {
    expect(firstUnread(thread, 3)).toBe(2);
  });

  it('is nothing when everything was read', () => {
    expect(firstUnread(thread, 0)).toBeUndefined();
  });

  it('is the oldest loaded one when more are unread than are loaded', () => {
    expect(firstUnread(thread, 40)).toBe(1);
  });
});
