import { blockPeople, forecastBlocks } from '../people/block.ts';
import { createBlockComparison } from '../people/block-comparison.ts';
import type { Blocking } from '../people/block-request.ts';
import { changeStandingBlock } from '../people/change-block.ts';
import { requireActiveBlocks, unblockPeople } from '../people/unblock.ts';
import { blockedNumbers } from '../store/blocked-numbers.ts';
import { blocksOfContact, pageBlocks } from '../store/block-list.ts';
import type { BackgroundReader } from '../store/reader.ts';
import { readCursor } from './cursor.ts';
import type { Handlers } from './router.ts';

type BlockCommand = Extract<keyof Handlers, `blocks.${string}`>;

interface Deps extends Blocking {
  readonly reader: BackgroundReader;
}

const NOBODY = { blocks: [], nextCursor: null };

export function blockHandlers(deps: Deps): Pick<Handlers, BlockCommand> {
  const { store, reader } = deps;
  const comparison = createBlockComparison(deps);
  return {
    'blocks.page': async ({ accountId, list, text, cursor, limit }) => {
      const isActive = list === 'active';
      const input = { accountId, isActive, text, after: readCursor(cursor), limit };
      if (text === null) return pageBlocks(store, input);
      return (await reader.ask({ name: 'pageBlocks', input })) ?? NOBODY;
    },
    'blocks.numbers': () => blockedNumbers(store),
    'blocks.ofContact': ({ contactId }) => blocksOfContact(store, contactId),
    'blocks.forecast': ({ accountId, contactIds }) => forecastBlocks(deps, accountId, contactIds),
    'blocks.block': ({ contactIds, ...order }) => {
      const people = contactIds.map((contactId) => ({ kind: 'contact', contactId }) as const);
      return blockPeople(deps, { ...order, people, by: 'owner' });
    },
    'blocks.unblock': ({ blockIds }) =>
      unblockPeople(deps, requireActiveBlocks(store, blockIds), 'owner'),
    'blocks.change': ({ blockId, ...terms }) => {
      changeStandingBlock(deps, blockId, terms);
      return null;
    },
    'blocks.previewSync': ({ accountId }) => comparison.preview(accountId),
    'blocks.difference': ({ accountId, ...shown }) => comparison.page(accountId, shown),
    'blocks.applySync': ({ accountId, fingerprint }) => comparison.apply(accountId, fingerprint),
  };
}
