import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { BlockId, ContactId } from '#shared/ids.ts';
import type { Block } from '#shared/models/block.ts';
import { blockPeople } from '#electron/people/block.ts';
import { changeStandingBlock } from '#electron/people/change-block.ts';
import { requireActiveBlocks, unblockPeople } from '#electron/people/unblock.ts';
import { blocksOfContact, pageBlocks } from '#electron/store/block-list.ts';
import { nextBlockEnd } from '#electron/store/blocks.ts';
import { blockingWorld, HOUR } from '../support/blocking.ts';
import type { BlockingWorld } from '../support/blocking.ts';

async function blockAna(world: BlockingWorld, reason: string): Promise<BlockId> {
  const contactId = world.contacts[0] ?? asId<ContactId>(0);
  const people = [{ kind: 'contact', contactId } as const];
  const order = { accountId: world.accountId, reason, until: null, by: 'owner' } as const;
  const [outcome] = await blockPeople(world, { ...order, people });
  return outcome?.blockId ?? asId<BlockId>(0);
}

function history(world: BlockingWorld): readonly Block[] {
  const { accountId } = world;
  const query = { accountId, isActive: false, text: null, after: null, limit: 50 };
  return pageBlocks(world.store, query).blocks;
}

describe('changing a block that stands', () => {
  it('writes the new reason and end, and keeps in the history what they were', async () => {
    const world = await blockingWorld();
    const id = await blockAna(world, 'Spam');
    const blockedAt = world.clock();
    world.clock.advance(HOUR);
    const until = world.clock() + HOUR;
    changeStandingBlock(world, id, { reason: 'Threats', until });
    expect(blocksOfContact(world.store, world.contacts[0] ?? asId(0))).toMatchObject([
      { id, reason: 'Threats', until, blockedAt, state: 'active', unblockedAt: null },
    ]);
    expect(history(world)).toMatchObject([
      {
        state: 'changed',
        reason: 'Spam',
        until: null,
        blockedAt,
        unblockedAt: world.clock(),
        unblockedBy: 'change',
      },
    ]);
    expect(nextBlockEnd(world.store)).toBe(until);
    expect(world.here()).toEqual(world.there());
  });

  it('leaves no trace when nothing is different', async () => {
    const world = await blockingWorld();
    const id = await blockAna(world, 'Spam');
    changeStandingBlock(world, id, { reason: 'Spam', until: null });
    expect(history(world)).toEqual([]);
  });

  it('keeps every change, and the end of it all', async () => {
    const world = await blockingWorld();
    const id = await blockAna(world, 'One');
    changeStandingBlock(world, id, { reason: 'Two', until: null });
    changeStandingBlock(world, id, { reason: 'Three', until: null });
    await unblockPeople(world, requireActiveBlocks(world.store, [id]), 'owner');
    expect(
      history(world)
        .map(({ reason, state }) => `${reason} ${state}`)
        .toSorted(),
    ).toEqual(['One changed', 'Three ended', 'Two changed']);
  });

  it('refuses an end in the past, and a block that is over', async () => {
    const world = await blockingWorld();
    const id = await blockAna(world, '');
    const past = { reason: '', until: world.clock() - 1 };
    expect(() => changeStandingBlock(world, id, past)).toThrow('in the past');
    await unblockPeople(world, requireActiveBlocks(world.store, [id]), 'owner');
    expect(() => changeStandingBlock(world, id, { reason: 'x', until: null })).toThrow(
      'not blocked any more',
    );
  });
});
