import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactId } from '#shared/ids.ts';
import { changeIdentity, resolvePerson } from '#electron/people/identity.ts';
import type { PersonHint } from '#electron/people/identity.ts';
import { phoneVariants } from '#shared/phone-variants.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage } from '../support/store.ts';

let store: Store;

beforeEach(() => {
  store = openStore(':memory:');
});

afterEach(() => store.close());

const SCOPE = 'portfolio';

function hint(fields: Partial<PersonHint>): PersonHint {
  return {
    bsuid: null,
    parentBsuid: null,
    waId: null,
    username: null,
    profileName: null,
    ...fields,
  };
}

function meet(fields: Partial<PersonHint>, at: number, scope = SCOPE): ContactId {
  return store.write((tx) => resolvePerson(tx, hint(fields), scope, { at, now: at }));
}

function identities(): readonly unknown[] {
  return store
    .prepare<{ line: string }>(
      `SELECT contact_id || ' ' || kind || ' ' || value || iif(is_active, '', ' until ' || superseded_at) AS line
       FROM contact_identity WHERE kind <> 'phone' ORDER BY contact_id, kind, value`,
    )
    .all()
    .map((row) => row.line);
}

describe('a person', () => {
  it('is the same by user id, by phone, and by both', () => {
    const known = meet({ waId: '16505551234' }, 1);
    expect(meet({ waId: '16505551234', bsuid: 'US.1' }, 2)).toBe(known);
    expect(meet({ bsuid: 'US.1' }, 3)).toBe(known);
    expect(identities()).toEqual(['1 bsuid US.1', '1 wa_id 16505551234']);
  });

  it('is found under the phone that the owner had typed in', () => {
    const { contactId } = addChat(store, addAccount(store), { phone: '+16505551234' });
    expect(meet({ waId: '16505551234', bsuid: 'US.1' }, 2)).toBe(contactId);
  });

  it('is found in Brazil with and without the ninth digit', () => {
    const known = meet({ waId: '551155550142' }, 1);
    expect(phoneVariants('+551195550142')).toEqual(['+551195550142', '+5511995550142']);
    expect(meet({ waId: '551195550142' }, 1)).not.toBe(known);
    const { contactId } = addChat(store, addAccount(store), { phone: '+5511987650142' });
    expect(meet({ waId: '551187650142' }, 2)).toBe(contactId);
  });

  it('is somebody else in another portfolio', () => {
    expect(meet({ bsuid: 'US.1' }, 1, 'one')).not.toBe(meet({ bsuid: 'US.1' }, 1, 'two'));
  });

  it('shows the username of the latest time', () => {
    meet({ bsuid: 'US.1', username: 'rose' }, 20);
    meet({ bsuid: 'US.1', username: 'thorn' }, 10);
    const shown = store.prepare(
      "SELECT value FROM contact_identity WHERE kind = 'username' AND is_active = 1",
    );
    expect(shown.all()).toEqual([{ value: 'rose' }]);
    meet({ bsuid: 'US.1', username: 'thorn' }, 30);
    expect(shown.all()).toEqual([{ value: 'thorn' }]);
  });
});

describe('a phone that changes hands', () => {
  it('belongs to its new owner, and the former one keeps the past', () => {
    const former = meet({ waId: '16505551234', bsuid: 'US.1' }, 10);
    const owner = meet({ waId: '16505551234', bsuid: 'US.2' }, 50);
    expect(owner).not.toBe(former);
    expect(meet({ waId: '16505551234' }, 60)).toBe(owner);
    expect(meet({ waId: '16505551234' }, 20)).toBe(former);
    expect(identities()).toEqual([
      '1 bsuid US.1',
      '1 wa_id 16505551234 until 50',
      '2 bsuid US.2',
      '2 wa_id 16505551234',
    ]);
  });

  it('does so in whatever order that is learnt', () => {
    const owner = meet({ waId: '16505551234', bsuid: 'US.2' }, 50);
    const former = meet({ waId: '16505551234', bsuid: 'US.1' }, 10);
    expect(meet({ waId: '16505551234' }, 60)).toBe(owner);
    expect(meet({ waId: '16505551234' }, 20)).toBe(former);
  });
});

describe('a person who moves to another number', () => {
  const from = hint({ waId: '16505551234', bsuid: 'US.1' });
  const to = hint({ waId: '12195555358', bsuid: 'US.2' });

  function move(at: number): ContactId {
    return store.write((tx) => changeIdentity(tx, { from, to }, SCOPE, { at, now: at }));
  }

  it('stays the same contact, and what comes late from the old number is theirs', () => {
    const known = meet(from, 10);
    expect(move(50)).toBe(known);
    expect(meet({ waId: '12195555358' }, 60)).toBe(known);
    expect(meet({ waId: '16505551234' }, 40)).toBe(known);
    expect(identities()).toEqual([
      '1 bsuid US.1 until 50',
      '1 bsuid US.2',
      '1 wa_id 12195555358',
      '1 wa_id 16505551234 until 50',
    ]);
  });

  it('leaves the old number to whoever writes from it later', () => {
    const known = move(50);
    expect(meet({ waId: '16505551234' }, 90)).not.toBe(known);
  });

  it('can move back', () => {
    const known = move(50);
    store.write((tx) => changeIdentity(tx, { from: to, to: from }, SCOPE, { at: 80, now: 80 }));
    move(50);
    expect(meet({ waId: '16505551234' }, 90)).toBe(known);
    expect(identities()).toContain('1 wa_id 12195555358 until 80');
  });
});

describe('two contacts who turn out to be one person', () => {
  it('become one, with both histories in one thread and every word about offers', () => {
    const accountId = addAccount(store);
    const byPhone = addChat(store, accountId, { name: null, phone: '+16505551234' });
    const unknown = meet({ bsuid: 'US.1', profileName: 'Ana' }, 5);
    store.write((tx) => {
      tx.run(
        'INSERT INTO conversation (account_id, contact_id, read_up_to, created_at) VALUES (?, ?, 150, 0)',
        accountId,
        unknown,
      );
      recordConsent(
        tx,
        { contact_id: unknown, kind: 'opt_out', source: 'owner', evidence: '{}', at: 7 },
        7,
      );
      tx.run("UPDATE contact SET notes = 'Likes blue' WHERE id = ?", byPhone.contactId);
    });
    const other = store
      .prepare<{ id: typeof byPhone.chatId }>('SELECT id FROM conversation WHERE contact_id = ?')
      .get(unknown);
    addMessage(store, accountId, byPhone.chatId, { timestamp: 100 });
    const last = addMessage(store, accountId, other?.id ?? byPhone.chatId, { timestamp: 200 });

    expect(meet({ waId: '16505551234', bsuid: 'US.1' }, 9)).toBe(byPhone.contactId);

    expect(store.prepare('SELECT id, name, notes, opted_out FROM contact').all()).toEqual([
      { id: byPhone.contactId, name: 'Ana', notes: 'Likes blue', opted_out: 1 },
    ]);
    expect(
      store
        .prepare(
          'SELECT id, last_message_id, last_message_at, unread_count, read_up_to FROM conversation',
        )
        .all(),
    ).toEqual([
      {
        id: byPhone.chatId,
        last_message_id: last,
        last_message_at: 200,
        unread_count: 1,
        read_up_to: 150,
      },
    ]);
    expect(store.prepare('SELECT count(*) AS n FROM message').get()).toEqual({ n: 2 });
  });

  it('stay two when Meta tells them apart', () => {
    const one = meet({ bsuid: 'US.1', waId: '16505551234' }, 1);
    const two = meet({ bsuid: 'US.2', parentBsuid: 'US.ENT.9' }, 2);
    expect(meet({ bsuid: 'US.2', waId: '16505551234' }, 3)).toBe(two);
    expect(meet({ bsuid: 'US.1' }, 4)).toBe(one);
  });
});
