// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf, saveDrafts, useDrafts, writeDraft } from '../../renderer/stores/drafts.ts';
import { sendDraft } from '../../renderer/stores/send-draft.ts';
import { useConnection } from '../../renderer/stores/connection.ts';
import { openThread, useThread } from '../../renderer/stores/thread.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';
import type { World } from './fake-world.ts';
import type { Chat } from '#shared/models/chat.ts';

let world: World;
let bridge: FakeBridge;
let chat: Chat;

beforeEach(async () => {
  useDrafts.setState({ texts: new Map(), unsaved: new Set(), sending: new Set() });
  useConnection.setState({ isLost: false });
  world = aWorld(Date.now());
  bridge = fakeBridge(world, { hasAccount: true });
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
  const first = world.chats.get(3);
  if (first === undefined) throw new Error('The world has no chat 3');
  chat = first;
  await openThread(chat);
});

const sentCount = () => bridge.calls.filter((name) => name === 'messages.sendText').length;
const storedDraft = () => world.chats.get(chat.id)?.draft;

describe('sending from the field', () => {
  it('shows the message and empties the field and the stored draft', async () => {
    writeDraft(chat.id, 'On our way');
    saveDrafts();
    await vi.waitFor(() => expect(storedDraft()).toBe('On our way'));
    expect(await sendDraft(chat)).toBeUndefined();
    expect(useThread.getState().messages.at(-1)?.text).toBe('On our way');
    await vi.waitFor(() => expect(storedDraft()).toBe(''));
  });

  it('sends once when Enter is hit twice', async () => {
    writeDraft(chat.id, 'Only once');
    await Promise.all([sendDraft(chat), sendDraft(chat)]);
    expect(sentCount()).toBe(1);
  });

  it('gives the text back, before what was typed since, when it could not go out', async () => {
    bridge.failWith('internal');
    writeDraft(chat.id, 'First line');
    const sending = sendDraft(chat);
    writeDraft(chat.id, 'typed since');
    expect(await sending).toBe('Frontdesk is not reachable.');
    expect(draftOf(chat.id, '')).toBe('First line\ntyped since');
  });

  it('keeps the stored draft until the core has the message', async () => {
    writeDraft(chat.id, 'Still on disk');
    saveDrafts();
    await vi.waitFor(() => expect(storedDraft()).toBe('Still on disk'));
    const sending = sendDraft(chat);
    saveDrafts();
    expect(storedDraft()).toBe('Still on disk');
    await sending;
  });

  it('sends nothing that is blank or longer than WhatsApp allows', async () => {
    writeDraft(chat.id, ' \n ');
    await sendDraft(chat);
    writeDraft(chat.id, 'x'.repeat(4097));
    await sendDraft(chat);
    expect(sentCount()).toBe(0);
    expect(draftOf(chat.id, '')).toHaveLength(4097);
  });

  it('saves again after the line to the core is back', async () => {
    bridge.failWith('disconnected');
    writeDraft(chat.id, 'Offline words');
    saveDrafts();
    await vi.waitFor(() => expect(useConnection.getState().isLost).toBe(true));
    bridge.failWith(undefined);
    saveDrafts();
    await vi.waitFor(() => expect(storedDraft()).toBe('Offline words'));
  });
});
