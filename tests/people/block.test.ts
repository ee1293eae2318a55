import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import type { BlockOutcome } from '#shared/models/block.ts';
import { blockPeople, forecastBlocks } from '#electron/people/block.ts';
import type { BlockOrder } from '#electron/people/block.ts';
import { startBlockWatch } from '#electron/people/block-watch.ts';
import { unblockPeople } from '#electron/people/unblock.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { removeAccount } from '#electron/store/accounts.ts';
import { activeBlockOf } from '#electron/store/blocks.ts';
import { pageBlocks } from '#electron/store/block-list.ts';
import { findChat } from '#electron/store/chats.ts';
import { addAccount, addChat } from '../support/store.ts';
import { blockingWorld, HOUR, isBlocked, recentCustomers } from '../support/blocking.ts';
import type { BlockingWorld } from '../support/blocking.ts';
import { NUMBER } from '../support/practice.ts';

function block(
  world: BlockingWorld,
  contactIds: readonly (ContactId | undefined)[],
  more: Partial<BlockOrder> = {},
): Promise<BlockOutcome[]> {
  const people = contactIds.map(
    (contactId) => ({ kind: 'contact', contactId: contactId ?? asId(0) }) as const,
  );
  const { accountId } = world;
  return blockPeople(world, { accountId, people, reason: '', until: null, by: 'owner', ...more });
}

async function unblock(world: BlockingWorld, contactId: ContactId | undefined) {
  const standing = activeBlockOf(world.store, world.accountId, contactId ?? asId(0));
  if (standing === undefined) throw new Error('Nobody is blocked.');
  return await unblockPeople(world, [standing], 'owner');
}

function rows(world: BlockingWorld): readonly unknown[] {
  const query = { accountId: world.accountId, text: null, after: null, limit: 50 };
  return [true, false].flatMap(
    (isActive) => pageBlocks(world.store, { ...query, isActive }).blocks,
  );
}

describe('blocking', () => {
  it('blocks at WhatsApp and here, with who, why and since when', async () => {
    const world = await blockingWorld();
    const [ana] = world.contacts;
    const outcomes = await block(world, [ana], { reason: 'Insults' });
    expect(outcomes).toEqual([
      {
        blockId: activeBlockOf(world.store, world.accountId, ana ?? asId(0))?.id,
        contactId: ana,
        name: 'Customer 0',
        phone: '+4477009010000',
        status: 'blocked',
        error: null,
      },
    ]);
    expect(world.there()).toEqual(['4477009010000']);
    expect(rows(world)).toMatchObject([
      {
        contactId: ana,
        name: 'Customer 0',
        waId: '4477009010000',
        bsuid: 'GB.2000000',
        state: 'active',
        reason: 'Insults',
        blockedBy: 'owner',
        blockedAt: world.clock(),
        unblockedAt: null,
      },
    ]);
    expect(isBlocked(world.store, ana ?? asId(0))).toBe(true);
  });

  it('keeps the history after unblocking, and a second block is a row of its own', async () => {
    const world = await blockingWorld();
    const [ana] = world.contacts;
    await block(world, [ana], { reason: 'Spam' });
    world.clock.advance(1000);
    expect(await unblock(world, ana)).toMatchObject([{ status: 'unblocked', error: null }]);
    expect(world.there()).toEqual([]);
    expect(isBlocked(world.store, ana ?? asId(0))).toBe(false);
    await block(world, [ana]);
    expect(rows(world)).toMatchObject([
      { state: 'active', reason: '' },
      { state: 'ended', reason: 'Spam', unblockedAt: world.clock(), unblockedBy: 'owner' },
    ]);
  });

  it('explains before asking that somebody wrote too long ago, and asks nothing then', async () => {
    const world = await blockingWorld({
      customers: (clock) =>
        recentCustomers(2, clock).map((customer, n) =>
          n === 0 ? { ...customer, lastWroteAt: clock() - 25 * HOUR } : customer,
        ),
    });
    const [late, recent] = world.contacts;
    expect(forecastBlocks(world, world.accountId, world.contacts)).toMatchObject([
      { contactId: late, canBlock: false, reason: expect.stringContaining('24 hours') as unknown },
      { contactId: recent, canBlock: true, reason: null },
    ]);
    world.platform.faults.next({ kind: 'http', status: 500 }, { target: 'block' });
    expect(await block(world, [late])).toMatchObject([
      {
        status: 'failed',
        error: { code: 131047, title: expect.stringContaining('24 hours') as unknown },
      },
    ]);
  });

  it('tells of a partial failure for everyone what became of them', async () => {
    const world = await blockingWorld();
    const phones = [
      '+4477009010001',
      '+447700900999',
      `+${NUMBER.displayPhoneNumber.replace(/\D/g, '')}`,
    ];
    const people = phones.map((phone) => ({ kind: 'phone', phone }) as const);
    expect(await block(world, [], { people })).toMatchObject([
      { phone: phones[0], status: 'blocked', error: null },
      { phone: phones[1], status: 'failed', error: { code: 131047 } },
      {
        phone: phones[2],
        status: 'failed',
        error: { code: 131021, title: 'This is your own number' },
      },
    ]);
    expect(world.there()).toEqual(['4477009010001']);
    expect(world.here()).toEqual(['4477009010001']);
    expect(rows(world)).toMatchObject([
      { state: 'active' },
      { state: 'refused', problem: expect.stringContaining('own number') as unknown },
      { state: 'refused', problem: expect.stringContaining('24 hours') as unknown },
    ]);
  });

  it('blocks people who are known by their user id only', async () => {
    const world = await blockingWorld();
    const [ana] = world.contacts;
    world.store.write((tx) =>
      tx.run(`DELETE FROM contact_identity WHERE contact_id = ? AND kind <> 'bsuid'`, ana),
    );
    expect(await block(world, [ana])).toMatchObject([{ status: 'blocked', phone: null }]);
    expect(world.there()).toEqual(['4477009010000']);
    expect(await unblock(world, ana)).toMatchObject([{ status: 'unblocked' }]);
    expect(world.there()).toEqual([]);
  });

  it('takes any number of people, a thousand at a time', async () => {
    const world = await blockingWorld({ customers: (clock) => recentCustomers(2100, clock) });
    const outcomes = await block(world, world.contacts);
    expect(outcomes.filter(({ status }) => status === 'blocked')).toHaveLength(2100);
    expect(outcomes.map(({ contactId }) => contactId)).toEqual(world.contacts);
    expect(world.here()).toEqual(world.there());
  });

  it('is patient when WhatsApp asks for it, and says what is wrong when that does not help', async () => {
    const world = await blockingWorld();
    const [ana, bruno] = world.contacts;
    world.platform.faults.next({ kind: 'error', code: 130429 }, { target: 'block', times: 2 });
    expect(await block(world, [ana])).toMatchObject([{ status: 'blocked' }]);
    expect(world.waits).toEqual([1000, 2000]);
    world.platform.faults.next({ kind: 'error', code: 139103 }, { target: 'block', times: 4 });
    expect(await block(world, [bruno])).toMatchObject([
      {
        status: 'failed',
        error: { code: 139103, advice: expect.stringContaining('Try again') as unknown },
      },
    ]);
    expect(world.here()).toEqual(world.there());
  });

  it('says for everyone that the list is full', async () => {
    const full = Array.from({ length: 64_000 }, (_, n) => `49151${String(10_000_000 + n)}`);
    const world = await blockingWorld({ platform: { blocked: full } });
    expect(await block(world, world.contacts)).toMatchObject(
      world.contacts.map(() => ({ status: 'failed', error: { code: 139101 } })),
    );
    expect(world.here()).toEqual([]);
  });

  it('is per number: the other number may still write', async () => {
    const world = await blockingWorld();
    const [ana] = world.contacts;
    const other = addAccount(world.store);
    world.store.write((tx) => {
      tx.run(
        'INSERT INTO conversation (account_id, contact_id, created_at) VALUES (?, ?, 0)',
        other,
        ana,
      );
    });
    await block(world, [ana]);
    const chats = world.store
      .prepare<{ id: Parameters<typeof findChat>[1] }>(
        'SELECT id FROM conversation WHERE contact_id = ? ORDER BY account_id',
      )
      .all(ana);
    expect(chats.map(({ id }) => findChat(world.store, id)?.contact.isBlocked)).toEqual([
      true,
      false,
    ]);
  });

  it('counts for nothing while its number is removed, and again when it comes back', async () => {
    const world = await blockingWorld();
    const ana = world.contacts[0] ?? asId(0);
    await block(world, [ana]);
    world.store.write((tx) => removeAccount(tx, world.accountId, 1));
    expect(isBlocked(world.store, ana)).toBe(false);
    world.store.write((tx) => tx.run('UPDATE account SET removed_at = NULL'));
    expect(isBlocked(world.store, ana)).toBe(true);
  });

  it('does not block twice: another reason is written into the same block', async () => {
    const world = await blockingWorld();
    const [ana] = world.contacts;
    await block(world, [ana], { reason: 'Spam' });
    world.clock.advance(48 * HOUR);
    expect(await block(world, [ana], { reason: 'Threats' })).toMatchObject([{ status: 'blocked' }]);
    expect(rows(world)).toMatchObject([
      { state: 'active', reason: 'Threats' },
      { state: 'changed', reason: 'Spam' },
    ]);
  });

  it('foretells also who is blocked already, by name', async () => {
    const world = await blockingWorld();
    const [ana, bruno] = world.contacts;
    await block(world, [ana]);
    expect(forecastBlocks(world, world.accountId, [ana ?? asId(0), bruno ?? asId(0)])).toEqual([
      {
        contactId: ana,
        name: 'Customer 0',
        phone: '+4477009010000',
        isBlocked: true,
        canBlock: true,
        reason: null,
      },
      expect.objectContaining({ contactId: bruno, isBlocked: false }),
    ]);
  });

  it('refuses an end in the past, and a number that is not connected', async () => {
    const world = await blockingWorld();
    const until = world.clock() - 1;
    await expect(block(world, world.contacts, { until })).rejects.toMatchObject({
      code: 'bad_input',
    });
    world.store.write((tx) => tx.run('UPDATE account SET is_active = 0'));
    await expect(block(world, world.contacts)).rejects.toMatchObject({ code: 'account_inactive' });
  });
});

describe('a block until a time', () => {
  it('ends by itself when the time has come', async () => {
    const world = await blockingWorld();
    const [ana, bruno] = world.contacts;
    await block(world, [ana], { until: world.clock() + HOUR });
    await block(world, [bruno]);
    world.clock.advance(2 * HOUR);
    const watch = startBlockWatch(world);
    await expect.poll(() => world.there()).toEqual(['4477009010001']);
    await expect.poll(() => world.here()).toEqual(['4477009010001']);
    await watch.stop();
    expect(rows(world)).toMatchObject([
      { contactId: bruno, state: 'active' },
      { contactId: ana, state: 'ended', unblockedBy: 'time' },
    ]);
  });

  it('stays, with the reason, while WhatsApp does not let go', async () => {
    const world = await blockingWorld();
    const [ana] = world.contacts;
    await block(world, [ana], { until: world.clock() + HOUR });
    world.platform.blocks.unblockElsewhere(NUMBER.phoneNumberId, '4477009010000');
    world.clock.advance(2 * HOUR);
    const watch = startBlockWatch(world);
    await expect
      .poll(() => rows(world))
      .toMatchObject([
        {
          state: 'active',
          problem: expect.stringMatching(/131009.*Compare with WhatsApp/u) as unknown,
        },
      ]);
    await watch.stop();
  });
});

describe('two contacts who become one', () => {
  it('are blocked if one of them was, and of two blocks the older one stays', async () => {
    const world = await blockingWorld();
    const [ana, bruno] = world.contacts;
    await block(world, [bruno], { reason: 'First' });
    world.clock.advance(1000);
    await block(world, [ana], { reason: 'Second' });
    const kept = world.store.write((tx) =>
      mergeContacts(tx, ana ?? asId(0), bruno ?? asId(0), world.clock()),
    );
    expect(rows(world)).toMatchObject([
      { contactId: kept, state: 'active', reason: 'First' },
      { contactId: kept, state: 'ended', reason: 'Second', unblockedBy: 'merge' },
    ]);
    const { contactId } = addChat(world.store, world.accountId);
    const all = world.store.write((tx) => mergeContacts(tx, contactId, kept, world.clock()));
    expect(isBlocked(world.store, all)).toBe(true);
  });
});
