import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { AccountId } from '#shared/ids.ts';
import type { BlockSyncPreview } from '#shared/models/block.ts';
import { blockPeople } from '#electron/people/block.ts';
import { createBlockComparison } from '#electron/people/block-comparison.ts';
import { applySync } from '#electron/people/block-sync.ts';
import { pageBlocks } from '#electron/store/block-list.ts';
import { blockedNumbers } from '#electron/store/blocked-numbers.ts';
import { blockingWorld, isBlocked, recentCustomers } from '../support/blocking.ts';
import type { BlockingWorld } from '../support/blocking.ts';
import { NUMBER } from '../support/practice.ts';

const { phoneNumberId } = NUMBER;

function previewSync(world: BlockingWorld, accountId: AccountId): Promise<BlockSyncPreview> {
  return createBlockComparison(world).preview(accountId);
}

function elsewhere(world: BlockingWorld, ...names: readonly string[]): void {
  for (const name of names) world.platform.blocks.blockElsewhere(phoneNumberId, name);
}

async function blockHere(world: BlockingWorld, index: number): Promise<void> {
  const contactId = world.contacts[index] ?? asId(0);
  const people = [{ kind: 'contact', contactId } as const];
  const order = { accountId: world.accountId, reason: '', until: null, by: 'owner' } as const;
  await blockPeople(world, { ...order, people });
}

describe('syncing the block list', () => {
  it('shows who is new there, gone there and unknown here, and changes nothing by that', async () => {
    const world = await blockingWorld();
    await blockHere(world, 0);
    world.clock.advance(1000);
    world.platform.blocks.unblockElsewhere(phoneNumberId, '4477009010000');
    elsewhere(world, '4477009010001', '4915112345678');
    const before = world.here();
    expect(await previewSync(world, world.accountId)).toMatchObject({
      total: 2,
      newThere: { count: 1, people: [{ name: 'Customer 1', phone: '+4477009010001' }] },
      goneThere: { count: 1, people: [{ name: 'Customer 0', phone: '+4477009010000' }] },
      unknownHere: { count: 1, people: [{ name: '+4915112345678', phone: '+4915112345678' }] },
    });
    expect(world.here()).toEqual(before);
  });

  it('then makes both lists equal, and says that it was done elsewhere', async () => {
    const world = await blockingWorld();
    await blockHere(world, 0);
    world.clock.advance(1000);
    world.platform.blocks.unblockElsewhere(phoneNumberId, '4477009010000');
    elsewhere(world, '4477009010001', '4915112345678');
    const { fingerprint } = await previewSync(world, world.accountId);
    expect(await applySync(world, world.accountId, fingerprint)).toEqual({
      accountId: world.accountId,
      added: 2,
      ended: 1,
      total: 2,
    });
    expect(world.here()).toEqual(world.there());
    expect(world.contacts.map((id) => isBlocked(world.store, id))).toEqual([false, true, false]);
    const query = { accountId: world.accountId, text: null, after: null, limit: 50 };
    expect(pageBlocks(world.store, { ...query, isActive: true }).blocks).toMatchObject([
      { blockedBy: 'elsewhere', name: '+4915112345678' },
      { blockedBy: 'elsewhere', name: 'Customer 1' },
    ]);
    expect(pageBlocks(world.store, { ...query, isActive: false }).blocks).toMatchObject([
      { name: 'Customer 0', unblockedBy: 'elsewhere' },
    ]);
    expect(await applySync(world, world.accountId, null)).toMatchObject({ added: 0, ended: 0 });
  });

  it('does not apply another difference than the one that was shown', async () => {
    const world = await blockingWorld();
    elsewhere(world, '4477009010001');
    const { fingerprint } = await previewSync(world, world.accountId);
    elsewhere(world, '4477009010002');
    await expect(applySync(world, world.accountId, fingerprint)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(world.here()).toEqual([]);
  });

  it('reads the list again from the start when it changes between two pages', async () => {
    const world = await blockingWorld({ customers: (clock) => recentCustomers(2500, clock) });
    elsewhere(world, ...world.contacts.map((_, n) => `44770090${String(10_000 + n)}`));
    world.platform.faults.next({ kind: 'error', code: 139102 }, { target: 'read', times: 2 });
    expect(await previewSync(world, world.accountId)).toMatchObject({
      total: 2500,
      newThere: { count: 2500 },
    });
    expect(world.waits).toEqual([]);
    world.platform.faults.next({ kind: 'error', code: 139102 }, { target: 'read', times: 9 });
    await expect(previewSync(world, world.accountId)).rejects.toMatchObject({
      code: 'graph_refused',
      message: expect.stringContaining('changed') as unknown,
    });
  });

  it('knows people whose number WhatsApp does not show by their user id', async () => {
    const world = await blockingWorld({
      customers: (clock) =>
        recentCustomers(1, clock).map((customer) => ({
          ...customer,
          username: 'rose',
          sharesPhone: false,
        })),
    });
    elsewhere(world, '4477009010000');
    await applySync(world, world.accountId, null);
    expect(isBlocked(world.store, world.contacts[0] ?? asId(0))).toBe(true);
    expect(await previewSync(world, world.accountId)).toMatchObject({
      newThere: { count: 0 },
      goneThere: { count: 0 },
      unknownHere: { count: 0 },
    });
  });

  it('knows a Brazilian by the older form of the number', async () => {
    const world = await blockingWorld({
      customers: (clock) => [
        { waId: '551187650001', name: 'Ana', bsuid: 'BR.1', lastWroteAt: clock() },
      ],
    });
    const people = [{ kind: 'phone', phone: '+5511987650001' } as const];
    world.platform.customers.add({
      waId: '551187650001',
      dialled: '5511987650001',
      name: 'Ana',
      bsuid: 'BR.1',
      lastWroteAt: world.clock(),
    });
    const order = { accountId: world.accountId, reason: '', until: null, by: 'api' } as const;
    expect(await blockPeople(world, { ...order, people })).toMatchObject([{ status: 'blocked' }]);
    expect(await previewSync(world, world.accountId)).toMatchObject({
      total: 1,
      newThere: { count: 0 },
      goneThere: { count: 0 },
      unknownHere: { count: 0 },
    });
  });

  it('holds the 64,000 people of a full list, over all its pages', async () => {
    const full = Array.from({ length: 64_000 }, (_, n) => `49151${String(10_000_000 + n)}`);
    const world = await blockingWorld({ platform: { blocked: full } });
    expect(await applySync(world, world.accountId, null)).toMatchObject({ added: 64_000 });
    expect(world.here()).toEqual(full);
    const ended = full.slice(0, 1000);
    for (const waId of ended) world.platform.blocks.unblockElsewhere(phoneNumberId, waId);
    world.clock.advance(1000);
    expect(await applySync(world, world.accountId, null)).toMatchObject({ added: 0, ended: 1000 });
    expect(world.here()).toEqual(full.slice(1000));
  }, 300_000);

  it('shows the whole of a long difference by pages, as long as it is the latest', async () => {
    const many = Array.from({ length: 450 }, (_, n) => `49151${String(10_000_000 + n)}`);
    const world = await blockingWorld({ platform: { blocked: many } });
    const { accountId } = world;
    const comparison = createBlockComparison(world);
    const { unknownHere, fingerprint } = await comparison.preview(accountId);
    expect(unknownHere).toMatchObject({ count: 450 });
    const page = { fingerprint, side: 'unknownHere', limit: 200 } as const;
    const rest = [200, 400].flatMap((offset) => comparison.page(accountId, { ...page, offset }));
    expect([...unknownHere.people, ...rest].map(({ phone }) => phone)).toEqual(
      many.map((waId) => `+${waId}`).toReversed(),
    );
    elsewhere(world, '4477009010001');
    await comparison.preview(accountId);
    expect(() => comparison.page(accountId, { ...page, offset: 200 })).toThrow('has changed');
  });

  it('remembers when each number was last compared', async () => {
    const world = await blockingWorld();
    const { accountId, store } = world;
    await blockHere(world, 0);
    expect(blockedNumbers(store)).toEqual([{ accountId, active: 1, comparedAt: null }]);
    world.clock.advance(1000);
    await previewSync(world, accountId);
    const comparedAt = world.clock();
    expect(blockedNumbers(store)).toEqual([{ accountId, active: 1, comparedAt }]);
    world.platform.faults.next({ kind: 'drop_before_accepting' }, { target: 'read', times: 9 });
    world.clock.advance(1000);
    await expect(applySync(world, accountId, null)).rejects.toThrow('could not be reached');
    expect(blockedNumbers(store)).toMatchObject([{ comparedAt }]);
  });

  it('says in words that WhatsApp can’t be reached', async () => {
    const world = await blockingWorld();
    world.platform.faults.next({ kind: 'drop_before_accepting' }, { target: 'read', times: 9 });
    await expect(previewSync(world, world.accountId)).rejects.toMatchObject({
      code: 'graph_unreachable',
    });
  });
});
