// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '../../renderer/app/i18n.ts';
import { loadChats, openChat, useChats } from '../../renderer/stores/chats.ts';
import { useConnection } from '../../renderer/stores/connection.ts';
import { useLiveText } from '../../renderer/stores/live-text.ts';
import { loadPreferences } from '../../renderer/stores/preferences.ts';
import { readRoute } from '../../renderer/stores/route.ts';
import { subscribe } from '../../renderer/stores/subscriptions.ts';
import { openThread, useThread } from '../../renderer/stores/thread.ts';
import { chatId } from './builders.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

let bridge: FakeBridge;
let end: () => void;

beforeEach(async () => {
  await startI18n();
  const world = aWorld(Date.now());
  bridge = fakeBridge(world, { hasAccount: true });
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
  end = subscribe();
  await Promise.all([loadPreferences(), loadChats('all')]);
  await openChat(chatId(3));
  const { open } = useChats.getState();
  if (open !== undefined) await openThread(open);
});

afterEach(() => {
  end();
  vi.restoreAllMocks();
});

const look = (isLooking: boolean) =>
  vi.spyOn(document, 'hasFocus').mockImplementation(() => isLooking);

describe('what the core tells', () => {
  it('moves the chat of a new message to the top and counts it', async () => {
    bridge.receive(30, 'Hello?');
    await vi.waitFor(() => expect(useChats.getState().rows[0]?.id).toBe(30));
    expect(useChats.getState().rows[0]?.unreadCount).toBe(1);
  });

  it('shows a message of the open chat and says it aloud while somebody looks', async () => {
    look(true);
    bridge.receive(3, 'One more thing');
    await vi.waitFor(() =>
      expect(useThread.getState().messages.at(-1)?.text).toBe('One more thing'),
    );
    await vi.waitFor(() =>
      expect(useLiveText.getState().text).toBe('New message from Aisha Rahman: One more thing'),
    );
    expect(bridge.notifications).toEqual([]);
  });

  it('notifies when nobody looks, one tag per chat', async () => {
    look(false);
    bridge.receive(5, 'Anybody there?');
    await vi.waitFor(() =>
      expect(bridge.notifications).toEqual([
        { title: 'Sofía Núñez', body: 'Anybody there?', tag: 'chat-5' },
      ]),
    );
  });

  it('takes a status of the open chat over and leaves other messages alone', async () => {
    const before = useThread.getState().messages;
    const own = before.find(({ direction }) => direction === 'outbound');
    if (own === undefined) throw new Error('The chat has no message of ours');
    bridge.settle(own, { status: 'failed' });
    await vi.waitFor(() => {
      const now = useThread.getState().messages.find(({ id }) => id === own.id);
      expect(now?.status).toBe('failed');
    });
    expect(useThread.getState().messages.at(-1)).toBe(before.at(-1));
  });

  it('is heard no more after the end', async () => {
    end();
    bridge.receive(30, 'Hello?');
    await loadChats('unread');
    expect(useLiveText.getState().text).not.toContain('Hello?');
    expect(bridge.notifications).toEqual([]);
  });

  it('ends the banner of a lost line and asks for everything again', async () => {
    useConnection.setState({ isLost: true });
    const before = bridge.calls.length;
    bridge.emit('resync', {});
    await vi.waitFor(() =>
      expect(bridge.calls.slice(before)).toEqual(
        expect.arrayContaining([
          'app.status',
          'preferences.get',
          'chats.page',
          'messages.page',
          'chats.byIds',
        ]),
      ),
    );
    expect(useConnection.getState().isLost).toBe(false);
  });
});

describe('the address', () => {
  it('names a chat by a plain number and ignores everything else', () => {
    expect(readRoute('#/inbox/12').chatId).toBe(12);
    expect(readRoute('#/inbox/0').chatId).toBeUndefined();
    expect(readRoute('#/inbox/12/x').chatId).toBeUndefined();
    expect(readRoute('#/elsewhere')).toMatchObject({ screen: 'inbox', chatId: undefined });
    expect(readRoute('#/contacts/12')).toEqual({
      screen: 'contacts',
      path: '12',
      chatId: undefined,
    });
  });
});
