import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId, BlockId } from '#shared/ids.ts';
import type { BlockActor, BlockOutcome } from '#shared/models/block.ts';
import { unblockUsers } from '../graph/blocks.ts';
import { activeBlock, activeBlocksByPhone, endBlock, noteBlockProblem } from '../store/blocks.ts';
import type { ActiveBlock } from '../store/blocks.ts';
import { blockSubject } from '../store/block-subjects.ts';
import type { Reader } from '../store/store.ts';
import { requireActiveAccount } from './block.ts';
import { changeAtMeta } from './block-request.ts';
import type { Blocking } from './block-request.ts';
import { perhapsUnblockedElsewhere, problemLine } from './block-words.ts';
import { inPortions } from './in-portions.ts';
import { phoneVariants } from '#shared/phone-variants.ts';

const PORTION = 40;

/**
 * Ends blocks, each at its own number. The rows stay as history; where WhatsApp refuses, the block
 * stands and says why. Throws FrontdeskError `not_found` or `account_inactive`, or as `connect` does.
 */
export async function unblockPeople(
  deps: Blocking,
  blocks: readonly ActiveBlock[],
  by: BlockActor,
): Promise<BlockOutcome[]> {
  const { store, clock } = deps;
  const outcomes: BlockOutcome[] = [];
  for (const [accountId, ofAccount] of Map.groupBy(blocks, ofWhichNumber)) {
    requireActiveAccount(store, accountId);
    // oxlint-disable-next-line no-await-in-loop -- one number after the other
    await changeAtMeta(deps, accountId, unblockUsers, ofAccount, (slice) =>
      inPortions(slice, PORTION, (portion) => {
        store.write((tx) => {
          for (const { person, problem: refusal } of portion) {
            const problem = refusal && perhapsUnblockedElsewhere(refusal);
            if (problem === null) endBlock(tx, person, by, clock());
            else noteBlockProblem(tx, person.id, problemLine(problem));
            const status = problem === null ? 'unblocked' : 'failed';
            const { id: blockId, contactId, phone } = person;
            const name = nameOf(tx, person);
            outcomes.push({ blockId, contactId, name, phone, status, error: problem });
          }
        });
      }),
    );
  }
  return outcomes;
}

/** The blocks with these ids that stand. Throws FrontdeskError `not_found` when none does. */
export function requireActiveBlocks(db: Reader, ids: readonly BlockId[]): ActiveBlock[] {
  const blocks = ids.map((id) => activeBlock(db, id)).filter((block) => block !== undefined);
  if (blocks.length > 0) return blocks;
  throw new FrontdeskError('not_found', 'These people are not blocked any more.');
}

/** Every block of a number, E.164 with `+`, or those of one account of ours. */
export function blocksOfPhone(
  db: Reader,
  phone: string,
  accountId: AccountId | null,
): ActiveBlock[] {
  return activeBlocksByPhone(db, phoneVariants(phone)).filter(
    (block) => accountId === null || block.accountId === accountId,
  );
}

function ofWhichNumber({ accountId }: ActiveBlock): AccountId {
  return accountId;
}

function nameOf(db: Reader, { contactId, accountId, phone, waId, bsuid, id }: ActiveBlock): string {
  const subject = contactId === null ? undefined : blockSubject(db, accountId, contactId);
  return subject?.name ?? phone ?? waId ?? bsuid ?? `#${id}`;
}
