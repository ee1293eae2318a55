import { describe, expect, it } from 'vitest';
import { findMessage } from '#electron/store/messages.ts';
import { findTemplateByName, pageTemplates } from '#electron/store/templates.ts';
import { countTemplateResults } from '#electron/store/template-results.ts';
import { listTemplateRecords } from '#electron/store/template-records.ts';
import { sendTemplate, sendTest, testPhone } from '#electron/templates/send.ts';
import { syncTemplates } from '#electron/templates/sync.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import { addAccount, addChat } from '../support/store.ts';
import { templateRig } from '../support/templates.ts';
import type { TemplateRig } from '../support/templates.ts';

async function withChat(): Promise<TemplateRig & { readonly chatId: ChatId }> {
  const rig = await templateRig();
  await syncTemplates(rig, rig.accountId);
  return { ...rig, chatId: addChat(rig.store, rig.accountId).chatId };
}

const VALUES = {
  'body.name': { kind: 'text', text: 'Ana' },
  'body.order': { kind: 'text', text: '#7' },
} as const;

function sendOrderReady(rig: Awaited<ReturnType<typeof withChat>>): MessageId {
  const { id } = rig.template('order_ready');
  return sendTemplate(rig, { chatId: rig.chatId, templateId: id, values: VALUES });
}

describe('a template that is sent', () => {
  it('stands in the chat with its own words and buttons, whatever becomes of it later', async () => {
    const rig = await withChat();
    const id = sendOrderReady(rig);
    rig.store.write((tx) => tx.run("UPDATE template SET components = '[]'"));
    const message = findMessage(rig.store, id);
    expect(message?.text).toBe(
      'Hi Ana, your order #7 is ready to be picked up at Casa Verde Flores.',
    );
    expect(message?.content).toMatchObject({
      kind: 'template',
      heading: { kind: 'text', text: 'Your order is ready' },
      footer: 'Casa Verde Flores',
      choices: [{ title: 'I am on my way' }, { title: 'Tomorrow' }],
    });
  });

  it('is remembered as the last use, and counted', async () => {
    const rig = await withChat();
    sendOrderReady(rig);
    const { accountId, store, clock } = rig;
    expect(rig.template('order_ready').lastUsedAt).toBe(clock());
    const question = { accountId, text: 'order', approvedOnly: true, after: null, limit: 9 };
    expect(pageTemplates(store, question).map(({ lastUsedAt }) => lastUsedAt)).toEqual([
      clock(),
      null,
    ]);
    store.write((tx) => tx.run("UPDATE message SET status = 'read'"));
    const of = { accountId, name: 'order_ready', language: 'en_US', since: 0 };
    expect(countTemplateResults(store, of)).toEqual({ sent: 1, delivered: 1, read: 1, failed: 0 });
  });

  it.each([
    ['mothers_day', 'paused'],
    ['confirm_account', 'rejected'],
  ])('must be approved: %s is refused', async (name, word) => {
    const rig = await withChat();
    const { id } = rig.template(name);
    expect(() => sendTemplate(rig, { chatId: rig.chatId, templateId: id, values: {} })).toThrow(
      word,
    );
  });

  it('is refused with words while a value is missing, and nothing is stored', async () => {
    const rig = await withChat();
    const { id } = rig.template('order_ready');
    const values = { 'body.name': VALUES['body.name'] };
    expect(() => sendTemplate(rig, { chatId: rig.chatId, templateId: id, values })).toThrow(
      'There is no value for body.order.',
    );
    expect(rig.store.prepare('SELECT count(*) AS n FROM message').get()).toEqual({ n: 0 });
  });

  it('belongs to the number of the chat', async () => {
    const rig = await withChat();
    const { chatId } = addChat(rig.store, addAccount(rig.store, 'Other'));
    const { id } = rig.template('order_ready');
    expect(() => sendTemplate(rig, { chatId, templateId: id, values: VALUES })).toThrow(
      /another of your numbers/,
    );
  });

  it('goes to the owner’s own phone, whose number is remembered', async () => {
    const rig = await withChat();
    const templateId = rig.template('order_ready').id;
    expect(() => sendTest(rig, { templateId, values: VALUES, phone: '0170 123' })).toThrow(/\+/);
    expect(testPhone(rig.store)).toBeNull();
    sendTest(rig, { templateId, values: VALUES, phone: '+4917612345678' });
    expect(testPhone(rig.store)).toBe('+4917612345678');
  });
});

describe('the list of templates', () => {
  it('is found by name and by words, page by page', async () => {
    const rig = await withChat();
    const { accountId, store } = rig;
    const ask = (text: string, after: { name: string; language: string } | null = null) =>
      pageTemplates(store, { accountId, text, approvedOnly: false, after, limit: 2 }).map(
        ({ name, language }) => `${name} ${language}`,
      );
    expect(ask('bouquets')).toEqual(['we_miss_you en_US']);
    expect(ask('100%')).toEqual([]);
    expect(ask('')).toEqual(['confirm_account en_US', 'delivery_reminder pt_BR']);
    expect(ask('', { name: 'order_ready', language: 'en_US' })).toEqual([
      'order_ready pt_BR',
      'sign_in_code en_US',
    ]);
  });

  it('leaves removed numbers out for programs', async () => {
    const { store, accountId } = await withChat();
    const all = { accountId: null, after: 0, limit: 50 };
    expect(listTemplateRecords(store, all).length).toBeGreaterThan(5);
    store.write((tx) => tx.run('UPDATE account SET removed_at = 1 WHERE id = ?', accountId));
    expect(listTemplateRecords(store, all)).toEqual([]);
    expect(findTemplateByName(store, accountId, 'order_ready', 'en_US')).toBeDefined();
  });
});
