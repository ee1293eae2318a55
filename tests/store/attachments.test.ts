import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';
import { removeAccount } from '#electron/store/accounts.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { addAttachment, listAttachments } from '#electron/store/draft-attachments.ts';
import { keepUpload, uploadsOf } from '#electron/store/media-uploads.ts';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';
import { addOwnFile, listOwnFiles } from '#electron/store/own-files.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

const SHA256 = 'a'.repeat(64);

function ownFile(store: Store, name: string) {
  const kept = { sha256: SHA256, bytes: 9, shownType: null, width: null, height: null };
  const file = { name, mimeType: 'application/pdf', isVoice: false, kept };
  return store.write((tx) => addOwnFile(tx, file, 1));
}

function attachTo(store: Store, chatId: ChatId, name: string): void {
  const mediaId = ownFile(store, name);
  store.write((tx) => addAttachment(tx, chatId, { mediaId, sendAs: 'document' }));
}

it('leaves the files that were here before, and calls only the owner’s own so', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frontdesk.db');
  const at = MIGRATIONS.findIndex(({ name }) => name === '006-attachments');
  openStore(file, MIGRATIONS.slice(0, at)).close();
  const before = new Database(file);
  before.exec(`
    INSERT INTO account (id, name, phone_number_id, waba_id, verify_token, api_version, created_at)
    VALUES (1, 'Shop', '1', '2', 'v', 'v26.0', 0);
    INSERT INTO media (id, account_id, meta_media_id, filename, sha256, state, created_at)
    VALUES (7, 1, '4711', 'theirs.pdf', '${SHA256}', 'present', 1000)`);
  before.close();
  const store = openStore(file);
  onTestFinished(() => store.close());
  expect(listOwnFiles(store, null, 10)).toEqual([]);
  expect(ownFile(store, 'mine.pdf')).toBe(8);
  expect(listOwnFiles(store, null, 10)).toMatchObject([{ id: 8, name: 'mine.pdf' }]);
});

it('keeps the files of both fields when two people turn out to be one', () => {
  const store = memoryStore();
  const accountId = addAccount(store);
  const [one, other] = [addChat(store, accountId), addChat(store, accountId)];
  attachTo(store, one.chatId, 'a.pdf');
  attachTo(store, other.chatId, 'b.pdf');
  attachTo(store, other.chatId, 'c.pdf');
  store.write((tx) => mergeContacts(tx, one.contactId, other.contactId, 2));
  expect(listAttachments(store, one.chatId).map(({ name }) => name)).toEqual([
    'a.pdf',
    'b.pdf',
    'c.pdf',
  ]);
  store.close();
});

it('forgets Meta’s ids with the number they were for, and keeps the others', () => {
  const store = memoryStore();
  const [gone, stays] = [addAccount(store), addAccount(store, 'Second')];
  const id = ownFile(store, 'a.pdf');
  store.write((tx) => {
    for (const accountId of [gone, stays]) {
      keepUpload(tx, { accountId, sha256: SHA256, metaMediaId: '77', expiresAt: 5 });
    }
    removeAccount(tx, gone, 3);
  });
  expect(uploadsOf(store, id)).toEqual([{ accountId: stays, expiresAt: 5 }]);
  expect(uploadsOf(store, asId(4711))).toEqual([]);
  store.close();
});
