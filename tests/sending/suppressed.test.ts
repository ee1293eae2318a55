import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChatId, MessageId } from '#shared/ids.ts';
import { systemClock } from '#electron/clock.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { queueMessage, sendText } from '#electron/sending/compose.ts';
import { startSender } from '#electron/sending/sender.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { applyMetaTemplate } from '#electron/store/template-facts.ts';
import { readMetaTemplate } from '#shared/templates/read-meta.ts';
import { openChat } from '#electron/store/outgoing.ts';
import type { Store } from '#electron/store/store.ts';
import { crowdOf, laneDeps, openChatWith, platformFor, storedMessage } from '../support/sending.ts';
import { addAccount, blockPerson, memoryStore } from '../support/store.ts';

interface World {
  readonly store: Store;
  readonly platform: PracticePlatform;
  readonly chatId: ChatId;
  /** Starts the sender and waits until nothing is left to send. */
  readonly sendAll: () => Promise<void>;
}

async function world(): Promise<World> {
  const [customer] = crowdOf(1);
  if (customer === undefined) throw new Error('The crowd is empty.');
  const platform = await platformFor([customer]);
  const store = memoryStore();
  const chatId = openChatWith(store, addAccount(store), customer);
  onTestFinished(async () => {
    await platform.stop();
    store.close();
  });
  return {
    store,
    platform,
    chatId,
    async sendAll() {
      const sender = startSender(laneDeps(store, platform.url));
      await sender.idle();
      await sender.stop();
    },
  };
}

function queueTemplate({ store, chatId }: World): MessageId {
  const content = { name: 'spring_sale', language: { code: 'en_US' } };
  const template = { chatId, type: 'template', content, replyToWamid: null } as const;
  return store.write((tx) => queueMessage(tx, template, Date.now()));
}

function optOut({ store, chatId }: World): void {
  const contactId = openChat(store, chatId)?.contactId;
  if (contactId === undefined) throw new Error('There is no such chat.');
  const event = { kind: 'opt_out', source: 'stop_word', evidence: '{}', at: 1 } as const;
  store.write((tx) => recordConsent(tx, { contact_id: contactId, ...event }, 1));
}

describe('a message that waits while things change', () => {
  it('does not leave as an offer once the person has opted out', async () => {
    const place = await world();
    const id = queueTemplate(place);
    optOut(place);
    await place.sendAll();
    expect(place.platform.accepted).toEqual([]);
    expect(storedMessage(place.store, id)).toMatchObject({ status: 'failed', error_code: 131050 });
  });

  it('leaves as a template that is no offer, although the person has opted out', async () => {
    const place = await world();
    const accountId = openChat(place.store, place.chatId)?.accountId;
    const told = readMetaTemplate({
      id: '7',
      name: 'spring_sale',
      language: 'en_US',
      category: 'UTILITY',
      status: 'APPROVED',
    });
    if (accountId === undefined || told === undefined) throw new Error('Nothing is set up.');
    place.store.write((tx) => applyMetaTemplate(tx, accountId, told, 1));
    optOut(place);
    const id = queueTemplate(place);
    await place.sendAll();
    expect(storedMessage(place.store, id)).toMatchObject({ status: 'accepted' });
    place.store.write((tx) => tx.run("UPDATE template SET category = 'MARKETING'"));
    expect(() => queueTemplate(place)).toThrow(expect.objectContaining({ code: 'opted_out' }));
  });

  it('leaves as an answer although the person has opted out', async () => {
    const place = await world();
    const text = { chatId: place.chatId, body: 'Yes, we are open', replyTo: null };
    const id = sendText({ store: place.store, clock: systemClock }, text);
    optOut(place);
    await place.sendAll();
    expect(storedMessage(place.store, id)).toMatchObject({ status: 'accepted' });
  });

  it('does not leave to somebody who was blocked meanwhile', async () => {
    const place = await world();
    const text = { chatId: place.chatId, body: 'Yes, we are open', replyTo: null };
    const id = sendText({ store: place.store, clock: systemClock }, text);
    blockPerson(place.store, place.chatId);
    await place.sendAll();
    expect(place.platform.accepted).toEqual([]);
    expect(storedMessage(place.store, id)).toMatchObject({ status: 'failed', error_code: 130403 });
  });

  it('is not even queued as an offer to somebody who has opted out', async () => {
    const place = await world();
    optOut(place);
    expect(() => queueTemplate(place)).toThrow(expect.objectContaining({ code: 'opted_out' }));
  });
});
