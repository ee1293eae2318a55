import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { asId } from '#shared/ids.ts';
import { openWayIn } from '../support/way-in.ts';
import type { WayIn } from '../support/way-in.ts';
import {
  MONDAY,
  contact,
  delivery,
  message,
  messageDelivery,
  newWamid,
  numberChange,
  status,
} from '../support/webhooks.ts';

const BEA = { bsuid: 'GB.222', name: 'Bea' };
const AS_ROSE = { ...BEA, username: 'bea.rose' };

let wayIn: WayIn;

beforeEach(() => {
  wayIn = openWayIn();
});

afterEach(() => wayIn.store.close());

function at(seconds: number) {
  return { timestamp: String(MONDAY + seconds) };
}

function usernames(): unknown[] {
  return wayIn
    .rows("SELECT value FROM contact_identity WHERE kind = 'username' AND is_active = 1")
    .map(({ value }) => value);
}

describe('a username', () => {
  it('is gone when its owner writes without it, and back when they write with it', async () => {
    await wayIn.receive(messageDelivery(AS_ROSE, at(1)));
    expect(usernames()).toEqual(['bea.rose']);
    await wayIn.receive(messageDelivery(BEA, at(2)));
    expect(usernames()).toEqual([]);
    await wayIn.receive(messageDelivery(AS_ROSE, at(3)));
    expect(usernames()).toEqual(['bea.rose']);
  });

  it('is gone too when the message that had it comes late', async () => {
    await wayIn.receive(messageDelivery(BEA, at(2)));
    await wayIn.receive(messageDelivery(AS_ROSE, at(1)));
    expect(usernames()).toEqual([]);
  });

  it('makes room for another one', async () => {
    await wayIn.receive(messageDelivery(AS_ROSE, at(1)));
    await wayIn.receive(messageDelivery({ ...BEA, username: 'bea.fern' }, at(2)));
    expect(usernames()).toEqual(['bea.fern']);
  });

  it('stays when a status or a message without its sender’s profile does not tell it', async () => {
    await wayIn.receive(messageDelivery(AS_ROSE, at(1)));
    const sent = status(newWamid(), 'sent', { ...at(2), recipient_user_id: BEA.bsuid });
    const withoutProfile = { user_id: BEA.bsuid };
    await wayIn.receive(
      delivery(numberChange('messages', { contacts: [contact(BEA)], statuses: [sent] })),
      delivery(
        numberChange('messages', { contacts: [withoutProfile], messages: [message(BEA, at(3))] }),
      ),
      delivery(numberChange('messages', { messages: [message(BEA, at(4))] })),
    );
    expect(usernames()).toEqual(['bea.rose']);
  });

  it('that one of two had is gone when the other, who is the same, wrote without it later', async () => {
    await wayIn.receive(messageDelivery(AS_ROSE, at(1)));
    await wayIn.receive(messageDelivery({ waId: '447700900222' }, at(2)));
    wayIn.store.write((tx) => mergeContacts(tx, asId(1), asId(2), 5));
    expect(usernames()).toEqual([]);
  });
});
