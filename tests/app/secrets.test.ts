import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { contract } from '#shared/contract.ts';
import { addTestAccount, frontdesk, Home, ROOT, startApp, TEST_ACCOUNT } from '../support/app.ts';
import { openDoor } from '../support/door.ts';
import { ANA, messageDelivery, post } from '../support/webhooks.ts';

const SECRETS = [TEST_ACCOUNT.accessToken, TEST_ACCOUNT.appSecret];

/** The secret as it is, and as people carelessly hide it. */
const DISGUISES = SECRETS.flatMap((secret) => [
  Buffer.from(secret),
  Buffer.from(Buffer.from(secret).toString('base64').replace(/=+$/, '')),
  Buffer.from(Buffer.from(secret).toString('hex')),
]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function leaks(bytes: Buffer | string): boolean {
  return DISGUISES.some((secret) => Buffer.from(bytes).includes(secret));
}

/** Inputs with which every command that only reads can be asked. */
const READS = {
  'app.status': {},
  'preferences.get': {},
  'chats.page': { filter: 'all', accountId: null, cursor: null, limit: 50 },
  'chats.byIds': { chatIds: [1] },
  'chats.counts': { accountId: null },
  'chats.find': { text: 'a', limit: 5 },
  'messages.page': { chatId: 1, older: null, newer: null, around: null, limit: 50 },
  'messages.byIds': { chatId: 1, messageIds: [1] },
  'search.messages': { text: 'shop', accountId: null, chatId: null, cursor: null, limit: 50 },
  'search.chats': { text: 'ana', accountId: null, limit: 50 },
  'messages.history': { messageId: 1 },
  'quickReplies.list': {},
  'attachments.list': { chatId: 1 },
  'savedPlaces.list': {},
  'messages.firstSince': { chatId: 1, at: 0 },
  'scheduled.list': { chatId: 1 },
  'labels.list': {},
  'labels.counts': {},
  'merges.suggestions': {},
  'merges.preview': { contactIds: [1, 2] },
  'merges.history': { before: null, limit: 50 },
  'segments.list': {},
  'segments.choices': {},
  'segments.preview': { rules: { kind: 'group', combine: 'all', rules: [] } },
  'notes.between': { chatId: 1, from: null, until: null },
  'search.notes': { text: 'shop', accountId: null, limit: 50 },
  'contacts.profile': { contactId: 1 },
  'contacts.person': { contactId: 1 },
  'fields.list': {},
  'contacts.timeline': { contactId: 1, cursor: null, limit: 50 },
  'shared.page': { chatId: 1, kind: 'media', cursor: null, limit: 50 },
  'shared.counts': { chatId: 1 },
  'imports.list': {},
  'imports.draft': {},
  'imports.countries': {},
  'contacts.exportFields': {},
  'imports.get': { importId: 1 },
  'imports.rejected': { importId: 1, after: 0, limit: 50 },
  'imports.rejectedFile': { importId: 1, after: 0 },
  'imports.kept': { importId: 1, after: 0, limit: 50 },
  'blocks.page': { accountId: null, list: 'active', text: 'a', cursor: null, limit: 50 },
  'blocks.numbers': {},
  'blocks.ofContact': { contactId: 1 },
  'blocks.forecast': { accountId: 1, contactIds: [1] },
  'blocks.previewSync': { accountId: 1 },
  'consent.ledger': { contactId: 1 },
  'consent.export': { contactId: 1 },
  'consent.settings': {},
  'templates.page': { accountId: 1, text: '', approvedOnly: false, cursor: null, limit: 50 },
  'templates.detail': { templateId: 1 },
  'templates.results': { templateId: 1 },
  'templates.drafts': { accountId: 1 },
  'templates.draft': { draftId: 1 },
  'templates.testPhone': {},
  'contacts.page': {
    text: null,
    order: 'name',
    filter: {},
    cursor: null,
    limit: 50,
  },
  'contacts.count': { text: null, filter: {} },
  'contacts.ids': { text: null, filter: {}, after: 0 },
  'contacts.fresh': { text: null, filter: {}, contactIds: [1], chatIds: [1] },
  'contacts.facets': {},
  'contacts.checkPhone': { text: '+5511987650001', country: null },
} as const;

describe('secrets', () => {
  it('stay out of the database, the logs, the page and every answer', async () => {
    using home = new Home();
    const said: string[] = [];
    const added = addTestAccount(home.path);
    expect(added.exitCode).toBe(0);
    const key = frontdesk(['api-key', 'create', '--home', home.path, '--json', '--name', 'test']);
    const apiKey = /"key":"(fd_[^"]+)"/.exec(key.stdout)?.[1] ?? '';
    expect(apiKey).not.toBe('');
    said.push(added.stdout, added.stderr, key.stderr);
    const running = await startApp(home.path, { graphUrl: 'http://127.0.0.1:9' });
    try {
      await post(
        running.webhook,
        messageDelivery(ANA, { timestamp: `${Date.now()}`.slice(0, 10) }),
      );
      const door = await openDoor(running.ui);
      await vi.waitFor(async () =>
        expect(await door.invoke('chats.page', READS['chats.page'])).toMatchObject({
          data: { chats: [{ contact: { name: 'Ana' } }] },
        }),
      );
      await door.invoke('messages.sendText', { chatId: 1, body: 'We are open', replyTo: null });
      for (const [command, input] of Object.entries(READS)) await door.invoke(command, input);
      said.push(...door.heard);
      for (const path of [
        'health',
        'accounts',
        'chats',
        'chats/1/messages',
        'messages/1',
        'search?q=shop',
      ]) {
        const response = await fetch(`${running.api}/${path}`, {
          headers: { 'x-api-key': apiKey },
        });
        expect(response.status).toBe(200);
        said.push(await response.text());
      }
      said.push(await (await fetch(running.ui)).text());
      const live = filesBelow(home.path).filter((file) => leaks(readFileSync(file)));
      expect(live).toEqual([]);
      door.close();
    } finally {
      expect(await running.stop()).toBe(0);
    }
    for (const command of [['account', 'list'], ['doctor'], ['webhooks', 'list']]) {
      const { stdout, stderr } = frontdesk([...command, '--home', home.path, '--json']);
      said.push(stdout, stderr);
    }
    said.push(running.log());
    expect(said.filter(leaks)).toEqual([]);
    const files = [...filesBelow(home.path), ...filesBelow(join(ROOT, 'out', 'renderer'))];
    expect(files.filter((file) => leaks(readFileSync(file)))).toEqual([]);
    const keyed = filesBelow(home.path).filter((file) => readFileSync(file).includes(apiKey));
    expect(keyed, 'an API key is kept as a hash only').toEqual([]);
  });

  it('are asked of every command that only reads, so that a new one is not forgotten', () => {
    const writes = [
      'practice.start',
      'preferences.set',
      'chats.markRead',
      'chats.change',
      'chats.restore',
      'chats.typing',
      'drafts.save',
      'messages.sendText',
      'messages.react',
      'messages.retry',
      'messages.discard',
      'media.beside',
      'media.noPreview',
      'media.retry',
      'messages.star',
      'messages.hide',
      'messages.takeBack',
      'quickReplies.save',
      'quickReplies.remove',
      'attachments.caption',
      'attachments.move',
      'attachments.remove',
      'messages.sendFiles',
      'messages.send',
      'messages.forward',
      'savedPlaces.save',
      'savedPlaces.remove',
      'messages.keepForReply',
      'messages.replay',
      'scheduled.add',
      'scheduled.change',
      'scheduled.sendNow',
      'scheduled.cancel',
      'sending.resume',
      'sending.wake',
      'labels.create',
      'labels.change',
      'labels.delete',
      'labels.restore',
      'labels.put',
      'notes.write',
      'notes.edit',
      'notes.delete',
      'notes.restore',
      'notes.saveDraft',
      'contacts.change',
      'contacts.correctPhone',
      'fields.create',
      'fields.change',
      'fields.delete',
      'fields.put',
      'contacts.export',
      'contacts.exportPiece',
      'imports.begin',
      'imports.append',
      'imports.look',
      'imports.rehearse',
      'imports.rehearsed',
      'imports.saveDraft',
      'imports.discard',
      'imports.apply',
      'imports.cancel',
      'imports.undo',
      'blocks.block',
      'blocks.unblock',
      'blocks.applySync',
      'blocks.change',
      'blocks.difference',
      'consent.record',
      'contacts.create',
      'contacts.delete',
      'consent.changeSettings',
      'templates.sync',
      'templates.begin',
      'templates.edit',
      'templates.duplicate',
      'templates.saveDraft',
      'templates.discardDraft',
      'templates.handIn',
      'templates.remove',
      'templates.unpause',
      'templates.uploadSample',
      'templates.send',
      'templates.sendTest',
      'contacts.label',
      'contacts.deleteMany',
      'contacts.openChat',
      'merges.dismiss',
      'merges.merge',
      'merges.undo',
      'segments.change',
      'segments.create',
      'segments.delete',
      'segments.restore',
    ];
    expect(Object.keys(contract).toSorted()).toEqual([...Object.keys(READS), ...writes].toSorted());
  });
});
