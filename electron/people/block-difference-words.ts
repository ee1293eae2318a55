import type { AccountId } from '#shared/ids.ts';
import type { BlockSyncPerson, BlockSyncSideName } from '#shared/models/block.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { BlockedThere } from '../graph/blocks.ts';
import type { ActiveBlock } from '../store/blocks.ts';
import { blockSubject } from '../store/block-subjects.ts';
import type { Reader } from '../store/store.ts';
import { phoneOf } from './block-difference.ts';
import type { BlockDifference, Known } from './block-difference.ts';

export interface Span {
  readonly offset: number;
  readonly limit: number;
}

/** The names of some of those who differ, as the owner knows them. */
export function nameSide(
  db: Reader,
  accountId: AccountId,
  difference: BlockDifference,
  side: BlockSyncSideName,
  { offset, limit }: Span,
): BlockSyncPerson[] {
  const end = offset + limit;
  switch (side) {
    case 'newThere':
      return difference.newThere.slice(offset, end).map((one) => nameThere(db, accountId, one));
    case 'goneThere':
      return difference.goneThere.slice(offset, end).map((block) => nameHere(db, block));
    case 'unknownHere':
      return difference.unknownHere.slice(offset, end).map(stranger);
    default:
      return unreachable(side);
  }
}

function nameThere(db: Reader, accountId: AccountId, one: Known): BlockSyncPerson {
  const { name, ...rest } = stranger(one);
  return { ...rest, name: blockSubject(db, accountId, one.contactId)?.name ?? name };
}

function stranger(one: BlockedThere): BlockSyncPerson {
  const phone = phoneOf(one);
  return { name: phone ?? one.userId ?? '', phone, bsuid: one.userId };
}

function nameHere(db: Reader, block: ActiveBlock): BlockSyncPerson {
  const { accountId, contactId, phone, bsuid, waId } = block;
  const subject = contactId === null ? undefined : blockSubject(db, accountId, contactId);
  return { name: subject?.name ?? phone ?? waId ?? bsuid ?? '', phone, bsuid };
}
