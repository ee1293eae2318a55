import { blockPeople, forecastBlocks } from '../people/block.ts';
import type { Blocking } from '../people/block-request.ts';
import { applySync, previewSync } from '../people/block-sync.ts';
import { requireActiveBlocks, unblockPeople } from '../people/unblock.ts';
import { pageBlocks } from '../store/block-list.ts';
import { readCursor } from './cursor.ts';
import type { Handlers } from './router.ts';

type BlockCommand =
  | 'blocks.page'
  | 'blocks.forecast'
  | 'blocks.block'
  | 'blocks.unblock'
  | 'blocks.previewSync'
  | 'blocks.applySync';

export function blockHandlers(deps: Blocking): Pick<Handlers, BlockCommand> {
  const { store } = deps;
  return {
    'blocks.page': ({ accountId, list, cursor, limit }) =>
      pageBlocks(store, {
        accountId,
        isActive: list === 'active',
        after: readCursor(cursor),
        limit,
      }),
    'blocks.forecast': ({ accountId, contactIds }) => forecastBlocks(deps, accountId, contactIds),
    'blocks.block': ({ contactIds, ...order }) => {
      const people = contactIds.map((contactId) => ({ kind: 'contact', contactId }) as const);
      return blockPeople(deps, { ...order, people, by: 'owner' });
    },
    'blocks.unblock': ({ blockIds }) =>
      unblockPeople(deps, requireActiveBlocks(store, blockIds), 'owner'),
    'blocks.previewSync': ({ accountId }) => previewSync(deps, accountId),
    'blocks.applySync': ({ accountId, fingerprint }) => applySync(deps, accountId, fingerprint),
  };
}
