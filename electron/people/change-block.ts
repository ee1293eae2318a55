import { FrontdeskError } from '#shared/errors.ts';
import type { BlockId } from '#shared/ids.ts';
import { activeBlock, changeBlock } from '../store/blocks.ts';
import { requireLaterEnd } from './block.ts';
import type { Blocking } from './block-request.ts';

interface BlockTerms {
  readonly reason: string;
  /** When the block ends by itself, in milliseconds since 1970; null: it stays. */
  readonly until: number | null;
}

/**
 * Another reason and end for a block that stands; WhatsApp knows of neither. Throws FrontdeskError
 * `not_found` or `bad_input`.
 */
export function changeStandingBlock(
  { store, clock }: Pick<Blocking, 'store' | 'clock'>,
  id: BlockId,
  terms: BlockTerms,
): void {
  requireLaterEnd(terms.until, clock());
  store.write((tx) => {
    if (activeBlock(tx, id) === undefined) {
      throw new FrontdeskError(
        'not_found',
        'This person is not blocked any more, so there is nothing to change.',
      );
    }
    changeBlock(tx, id, terms, clock());
  });
}
