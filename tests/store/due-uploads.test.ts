import { expect, it } from 'vitest';
import { dueUploads } from '#electron/store/media-uploads.ts';
import { enqueue } from '#electron/store/outbox.ts';
import { addOwnFile } from '#electron/store/own-files.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

it('finds the message whose file Meta must have, without reading the texts that wait', () => {
  const store = memoryStore();
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId);
  const kept = { sha256: 'a'.repeat(64), bytes: 10, shownType: null, width: null, height: null };
  const mediaId = store.write((tx) =>
    addOwnFile(tx, { name: 'a.png', mimeType: 'image/png', isVoice: false, kept }, 1),
  );
  for (const media_id of [null, mediaId, null]) {
    const messageId = addMessage(store, accountId, chatId, { direction: 'outbound', media_id });
    store.write((tx) => enqueue(tx, { messageId, chatId, accountId }, 1));
  }
  const due = () => dueUploads(store, accountId, 1, 10);
  expect(due().map(({ sha256 }) => sha256)).toEqual([kept.sha256]);
  expect(plansOf(store, due)).toContain('USING INDEX outbox_files');
});
