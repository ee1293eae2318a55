import { asId } from '#shared/ids.ts';
import type { AccountId, BlockId, ContactId } from '#shared/ids.ts';
import type { Block, BlockOutcome, BlockProblem } from '#shared/models/block.ts';

export const SHOP = asId<AccountId>(1);

export const NOT_REACHED: BlockProblem = {
  code: null,
  title: 'WhatsApp could not be reached',
  advice: 'Check the internet connection and try again.',
};

export const TOO_LONG_AGO: BlockProblem = {
  code: 131047,
  title: 'They have not written in the last 24 hours',
  advice: 'Block them when they write again.',
};

export function contactIds(count: number, from = 1): ContactId[] {
  return Array.from({ length: count }, (_, n) => asId<ContactId>(from + n));
}

/** Their blocks have the ids of the people. */
export function outcome(id: number, changes: Partial<BlockOutcome> = {}): BlockOutcome {
  return {
    blockId: asId<BlockId>(id),
    contactId: asId<ContactId>(id),
    name: `Person ${id}`,
    phone: null,
    status: 'blocked',
    error: null,
    ...changes,
  };
}

export function refused(id: number, error: BlockProblem): BlockOutcome {
  return outcome(id, { blockId: null, status: 'failed', error });
}

export function aBlock(id: number, changes: Partial<Block> = {}): Block {
  return {
    id: asId<BlockId>(id),
    accountId: SHOP,
    accountName: 'Casa Verde',
    contactId: asId<ContactId>(id),
    name: `Person ${id}`,
    phone: null,
    waId: null,
    bsuid: null,
    state: 'active',
    reason: 'Spam',
    blockedBy: 'owner',
    blockedAt: id,
    until: null,
    unblockedAt: null,
    unblockedBy: null,
    problem: null,
    ...changes,
  };
}
