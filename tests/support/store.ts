import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, ContactId, MessageId } from '#shared/ids.ts';
import { saveAccount } from '#electron/store/accounts.ts';
import { addBlock } from '#electron/store/blocks.ts';
import { openChat } from '#electron/store/outgoing.ts';
import { insertMessage } from '#electron/store/message-insert.ts';
import type { NewMessage } from '#electron/store/message-insert.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store, WriteTx } from '#electron/store/store.ts';

/** A migrated database of one test's own, in memory. */
export function memoryStore(): Store {
  return openStore(':memory:');
}

let serial = 0;

/** A number that no other call has given. */
function next(): number {
  serial += 1;
  return serial;
}

export function addAccount(store: Store, name = 'Casa Verde'): AccountId {
  const n = next();
  return store.write((tx) =>
    saveAccount(
      tx,
      {
        name,
        phoneNumberId: `1000${n}`,
        wabaId: `2000${n}`,
        appId: null,
        businessPortfolioId: `3000${n}`,
        displayPhoneNumber: '+15550783881',
        profileName: name,
        verifyToken: `verify-${n}`,
        apiVersion: 'v26.0',
        throughputLevel: 'STANDARD',
        isPractice: false,
      },
      1_700_000_000_000,
    ),
  );
}

export interface ChatFixture {
  readonly chatId: ChatId;
  readonly contactId: ContactId;
}

/** A person with a phone, and their chat with the account. */
export function addChat(
  store: Store,
  accountId: AccountId,
  person: { readonly name?: string | null; readonly phone?: string } = {},
): ChatFixture {
  const { name = 'Mariana Oliveira', phone = `+5511900${String(next()).padStart(6, '0')}` } =
    person;
  return store.write((tx) => {
    const contactId = asId<ContactId>(
      tx.run('INSERT INTO contact (name, created_at, updated_at) VALUES (?, 0, 0)', name)
        .lastInsertRowid,
    );
    addIdentity(tx, contactId, 'phone', phone);
    addIdentity(tx, contactId, 'wa_id', phone.slice(1));
    const chatId = asId<ChatId>(
      tx.run(
        'INSERT INTO conversation (account_id, contact_id, created_at) VALUES (?, ?, 0)',
        accountId,
        contactId,
      ).lastInsertRowid,
    );
    return { chatId, contactId };
  });
}

function addIdentity(tx: WriteTx, contactId: ContactId, kind: string, value: string): void {
  tx.run(
    'INSERT INTO contact_identity (contact_id, kind, value, first_seen_at) VALUES (?, ?, ?, 0)',
    contactId,
    kind,
    value,
  );
}

/** A text from the customer, unless the test says otherwise. Throws when its wamid is known already. */
export function addMessage(
  store: Store,
  accountId: AccountId,
  chatId: ChatId,
  message: Partial<NewMessage> = {},
): MessageId {
  const id = store.write((tx) => insertMessage(tx, textMessage(accountId, chatId, message)));
  if (id === undefined) throw new Error('This message is there already.');
  return id;
}

export function textMessage(
  accountId: AccountId,
  chatId: ChatId,
  message: Partial<NewMessage> = {},
): NewMessage {
  const body = message.body ?? 'Is the shop open on Monday?';
  return {
    conversation_id: chatId,
    account_id: accountId,
    wamid: `wamid.TEST${next()}`,
    direction: 'inbound',
    origin: 'customer',
    type: 'text',
    body,
    payload: JSON.stringify({ type: 'text', text: { body } }),
    status: 'received',
    error_code: null,
    error_title: null,
    error_details: null,
    reply_to_wamid: null,
    media_id: null,
    sender_contact_id: null,
    callback_id: null,
    timestamp: 1_700_000_000_000,
    is_notable: 1,
    is_forwarded: 0,
    created_at: 1_700_000_000_000,
    ...message,
  };
}

/** As if the owner had blocked the person of this chat. */
export function blockPerson(store: Store, chatId: ChatId): void {
  const { accountId, contactId } = openChat(store, chatId) ?? {};
  if (accountId === undefined || contactId === undefined) throw new Error('There is no such chat.');
  const person = { contactId, phone: null, waId: null, bsuid: null };
  const block = { accountId, person, reason: '', until: null, by: 'owner' } as const;
  store.write((tx) => addBlock(tx, block, 1_700_000_000_000));
}
