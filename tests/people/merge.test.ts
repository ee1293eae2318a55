import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { addContact } from '#electron/people/contact-book.ts';
import { findContact } from '#electron/store/contact-list.ts';
import { addBlock } from '#electron/store/blocks.ts';
import { openWayIn, NOW } from '../support/way-in.ts';
import type { WayIn } from '../support/way-in.ts';
import { delivery, messageDelivery, MONDAY, numberChange } from '../support/webhooks.ts';

const PHONE = { waId: '447700900111' };
const USER = { bsuid: 'GB.777' };

let wayIn: WayIn;

beforeEach(() => {
  wayIn = openWayIn();
});

afterEach(() => wayIn.store.close());

function people(): ContactId[] {
  return wayIn.rows('SELECT id FROM contact ORDER BY id').map(({ id }) => asId(Number(id)));
}

function stop(person: { readonly bsuid: string }): Promise<void> {
  const preference = {
    user_id: person.bsuid,
    category: 'marketing_messages',
    value: 'stop',
    timestamp: MONDAY,
  };
  return wayIn.receive(
    delivery(numberChange('user_preferences', { user_preferences: [preference] })),
  );
}

describe('somebody whom the owner wrote down and WhatsApp knows by a user id', () => {
  it('is one person with the words, labels, blocks and consent of both, once WhatsApp names both', async () => {
    const deps = { store: wayIn.store, clock: () => NOW };
    const mine = addContact(deps, {
      ownName: 'Ana from the market',
      phone: `+${PHONE.waId}`,
      labels: ['VIP'],
      custom: { Size: 'L' },
      notes: 'Likes tulips',
    });
    await wayIn.receive(messageDelivery({ ...USER, username: 'ana.rose' }));
    await stop(USER);
    const [, theirs] = people();
    const contactId = theirs ?? asId<ContactId>(0);
    wayIn.store.write((tx) => {
      const person = { contactId, phone: null, waId: null, bsuid: USER.bsuid };
      const { accountId } = wayIn;
      addBlock(tx, { accountId, person, reason: 'Spam', until: null, by: 'owner' }, NOW);
    });

    await wayIn.receive(messageDelivery({ ...PHONE, ...USER, name: 'Ana' }));

    expect(people()).toEqual([mine.id]);
    expect(findContact(wayIn.store, mine.id)).toMatchObject({
      name: 'Ana from the market',
      phone: `+${PHONE.waId}`,
      username: 'ana.rose',
      bsuid: USER.bsuid,
      labels: [{ name: 'VIP' }],
      optedOut: true,
      isBlocked: true,
    });
    expect(wayIn.row('SELECT count(*) AS n FROM message')).toEqual({ n: 2 });
    expect(wayIn.row('SELECT count(*) AS n FROM conversation')).toEqual({ n: 1 });
  });

  it('is one person too when the user id was there before the number', async () => {
    await wayIn.receive(messageDelivery(USER));
    await wayIn.receive(messageDelivery({ ...USER, ...PHONE }));
    await wayIn.receive(messageDelivery(PHONE));
    expect(people()).toHaveLength(1);
  });
});
