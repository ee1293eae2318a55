import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { BlockSyncResult } from '#shared/models/block.ts';
import type { BlockedThere } from '../graph/blocks.ts';
import { bsuidScope } from '../store/account-scope.ts';
import { activeBlock, activeBlockOf, addBlock, endBlock } from '../store/blocks.ts';
import { blockSubject } from '../store/block-subjects.ts';
import type { WriteTx } from '../store/store.ts';
import { findDifference, phoneOf } from './block-difference.ts';
import type { Blocking } from './block-request.ts';
import { resolvePerson } from './identity.ts';
import { inPortions } from './in-portions.ts';

const PORTION = 40;

/**
 * Makes the list here equal to Meta's. With a fingerprint, only if the difference is still the one
 * that was shown. Throws FrontdeskError `conflict`, or as `findDifference`.
 */
export async function applySync(
  deps: Blocking,
  accountId: AccountId,
  fingerprint: string | null,
): Promise<BlockSyncResult> {
  const { store, clock } = deps;
  const difference = await findDifference(deps, accountId);
  if (fingerprint !== null && fingerprint !== difference.fingerprint) throw hasChanged();
  const { newThere, unknownHere, goneThere, total } = difference;
  let added = 0;
  await inPortions([...newThere, ...unknownHere], PORTION, (portion) => {
    store.write((tx) => {
      for (const one of portion) if (takeOver(tx, accountId, one, clock())) added += 1;
    });
  });
  let ended = 0;
  await inPortions(goneThere, PORTION, (portion) => {
    store.write((tx) => {
      for (const { id } of portion) {
        const block = activeBlock(tx, id);
        if (block === undefined) continue;
        endBlock(tx, block, 'elsewhere', clock());
        ended += 1;
      }
    });
  });
  return { accountId, added, ended, total };
}

export function hasChanged(): FrontdeskError {
  return new FrontdeskError(
    'conflict',
    'The block list has changed since you looked. Compare it again, look at the difference, then apply it.',
  );
}

/** False where the person is blocked here already: two of Meta's entries may be one contact. */
function takeOver(tx: WriteTx, accountId: AccountId, one: BlockedThere, now: number): boolean {
  const { waId, userId } = one;
  const hint = { waId, bsuid: userId, parentBsuid: null, username: null, profileName: null };
  const contactId = resolvePerson(tx, hint, bsuidScope(tx, accountId), { at: now, now });
  if (activeBlockOf(tx, accountId, contactId) !== undefined) return false;
  const phone = phoneOf(one) ?? blockSubject(tx, accountId, contactId)?.phone ?? null;
  const person = { contactId, phone, waId, bsuid: userId };
  addBlock(tx, { accountId, person, reason: '', until: null, by: 'elsewhere' }, now);
  return true;
}
