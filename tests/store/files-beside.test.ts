import { expect, it } from 'vitest';
import type { AccountId, ChatId, MediaId, MessageId } from '#shared/ids.ts';
import { filesBeside } from '#electron/store/files-beside.ts';
import { wantMedia } from '#electron/store/media.ts';
import { markPresent } from '#electron/store/media-downloads.ts';
import type { Store } from '#electron/store/store.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

let files = 0;

function addFile(store: Store, accountId: AccountId, shownType: string | null): MediaId {
  files += 1;
  const metaMediaId = String(files);
  return store.write((tx) => {
    const wanted = { accountId, metaMediaId, mimeType: null, filename: null, sha256: null };
    const id = wantMedia(tx, { ...wanted, isVoice: false, expiresAt: 9e12 }, 0);
    const sha256 = String(files).padStart(64, '0');
    markPresent(tx, id, { sha256, bytes: 1, shownType, width: null, height: null });
    return id;
  });
}

it('goes from picture to picture of one chat, past everything that can’t be looked at', () => {
  const store = memoryStore();
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId);
  const other = addChat(store, accountId, { name: 'Someone else' });
  const picture = (at: number, chat: ChatId = chatId): MessageId =>
    addMessage(store, accountId, chat, {
      type: 'image',
      payload: '{"type":"image","image":{"id":"1"}}',
      media_id: addFile(store, accountId, 'image/jpeg'),
      timestamp: at,
    });
  const oldest = picture(1_000);
  addMessage(store, accountId, chatId, { timestamp: 2_000 });
  picture(2_500, other.chatId);
  const voice = { type: 'audio', media_id: addFile(store, accountId, 'audio/ogg') } as const;
  addMessage(store, accountId, chatId, { ...voice, timestamp: 3_000 });
  const hidden = picture(3_500);
  store.write((tx) => tx.run('UPDATE message SET hidden_at = 1 WHERE id = ?', hidden));
  const middle = picture(4_000);
  const newest = picture(4_000);

  const ids = (from: MessageId) => {
    const beside = filesBeside(store, chatId, from);
    return [beside?.older?.id, beside?.newer?.id];
  };
  expect(ids(oldest)).toEqual([undefined, middle]);
  expect(ids(middle)).toEqual([oldest, newest]);
  expect(ids(newest)).toEqual([middle, undefined]);
  expect(filesBeside(store, other.chatId, middle)).toBeUndefined();
  // However long the chat: only its files are gone through, never its messages.
  expect(plansOf(store, () => filesBeside(store, chatId, middle))).not.toMatch(/SCAN|TEMP B-TREE/);
  store.close();
});
