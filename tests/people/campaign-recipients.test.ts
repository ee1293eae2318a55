import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountId, ContactId } from '#shared/ids.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { eraseContact, eraseMessages, forgetContact } from '#electron/store/erasure.ts';
import type { Store } from '#electron/store/store.ts';
import { addCampaign } from '../support/segment-people.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

let store: Store;
let accountId: AccountId;

beforeEach(() => {
  store = memoryStore();
  accountId = addAccount(store);
});

function addRecipient(contactId: ContactId): void {
  const campaignId = addCampaign(store, accountId, 'Spring sale', 1);
  store.write((tx) =>
    tx.run(
      `INSERT INTO campaign_recipient (campaign_id, contact_id, phone, parameters, status)
       VALUES (?, ?, '+5511987650001', '{"body.1":"Ana"}', 'read')`,
      campaignId,
      contactId,
    ),
  );
}

function recipients(): unknown[] {
  return store
    .prepare('SELECT contact_id, phone, parameters, status FROM campaign_recipient')
    .all();
}

describe('what somebody got in a campaign', () => {
  it('goes with them when two become one', () => {
    const [ana, bea] = [addChat(store, accountId), addChat(store, accountId)];
    addRecipient(bea.contactId);
    store.write((tx) => mergeContacts(tx, ana.contactId, bea.contactId, 5));
    expect(recipients()).toMatchObject([{ contact_id: ana.contactId, status: 'read' }]);
  });

  it('still counts when they are erased, and says no more who it was', () => {
    const [ana, bea] = [addChat(store, accountId), addChat(store, accountId)];
    addRecipient(ana.contactId);
    addRecipient(bea.contactId);
    store.write((tx) => {
      forgetContact(tx, ana.contactId, 5);
      eraseMessages(tx, bea.contactId, 100);
      eraseContact(tx, bea.contactId);
    });
    const nobody = { contact_id: null, phone: null, parameters: '{}', status: 'read' };
    expect(recipients()).toEqual([nobody, nobody]);
  });
});
