import { FrontdeskError } from '#shared/errors.ts';
import type { ContactId, MergeId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import { findContact } from '../store/contact-list.ts';
import { noteChats } from '../store/contacts.ts';
import { refuseMerge } from '../store/merge-refusals.ts';
import { sortLaterConsent } from '../store/merge-undo-consent.ts';
import {
  returnGroupReactions,
  returnMessages,
  settleChats,
  sortLaterMessages,
} from '../store/merge-undo-messages.ts';
import { restoreBlocks, restoreRows } from '../store/merge-undo-rows.ts';
import { closeMerge, findMerge, hasPlaceToReturn, mergeOnTop } from '../store/merges.ts';
import type { MergeEntry } from '../store/merges.ts';
import type { Reader, Store, WriteTx } from '../store/store.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Makes two people again of one. Each has what they had; what was changed since stays with the one
 * who was kept, what was written since goes to whoever wrote it, and a no to offers counts for both.
 * Answers both, the kept one first. Throws FrontdeskError `not_found` or `conflict`.
 */
export function undoMerge({ store, clock }: Deps, id: MergeId): readonly [ContactId, ContactId] {
  return store.write((tx) => {
    const merge = requireUndoable(tx, id);
    const { kept, gone } = merge;
    takeBack(tx, merge, clock());
    // Otherwise the same two would be proposed again at once.
    refuseMerge(tx, kept, gone, clock());
    return [kept, gone];
  });
}

function takeBack(tx: WriteTx, merge: MergeEntry, now: number): void {
  const { id, kept, gone } = merge;
  restoreRows(tx, id, merge);
  restoreBlocks(tx, id);
  returnMessages(tx, merge);
  sortLaterMessages(tx, merge, now);
  returnGroupReactions(tx, merge);
  settleChats(tx, merge);
  sortLaterConsent(tx, merge, now);
  closeMerge(tx, id, now);
  for (const contactId of [kept, gone]) noteChats(tx, contactId);
}

function requireUndoable(db: Reader, id: MergeId): MergeEntry {
  const merge = findMerge(db, id);
  if (merge === undefined) {
    throw new FrontdeskError(
      'not_found',
      'This merge is not known any more. The person was deleted, and what was kept about them with it.',
    );
  }
  const refusal = whyNotUndone(db, merge);
  if (refusal !== undefined) throw new FrontdeskError('conflict', refusal);
  return merge;
}

/** Why a merge can't be undone, in words for the owner; undefined when it can. */
export function whyNotUndone(db: Reader, merge: MergeEntry): string | undefined {
  if (merge.undoneAt !== null) return 'This merge was undone already. They are two people again.';
  const later = mergeOnTop(db, merge);
  if (later !== undefined) {
    const name = findContact(db, later.kept)?.name ?? 'this person';
    return `Another merge came on top of this one: ${name} became one with somebody else since. Undo that one first.`;
  }
  if (findContact(db, merge.kept) === undefined || !hasPlaceToReturn(db, merge)) {
    return 'This can’t be undone any more: what the two had before was deleted since. Add the other person again under Contacts.';
  }
  return undefined;
}
