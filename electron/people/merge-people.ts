import { FrontdeskError } from '#shared/errors.ts';
import type { ContactId, MergeId } from '#shared/ids.ts';
import type { MergePreview, MergeRecord, MergeSide } from '#shared/models/merge.ts';
import type { Clock } from '../clock.ts';
import { differInUserId } from '../store/identities.ts';
import { mergeSide, sideTogether } from '../store/merge-sides.ts';
import { formerName, latestMergeOf, pageMerges } from '../store/merges.ts';
import type { MergeEntry } from '../store/merges.ts';
import type { Reader, Store } from '../store/store.ts';
import { requireContact } from './contact-book.ts';
import { inOrder, mergeContacts } from './identity-merge.ts';
import { whyNotUndone } from './undo-merge.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Two people side by side, and what they would be as one. Throws FrontdeskError `not_found`. */
export function previewMerge(db: Reader, a: ContactId, b: ContactId): MergePreview {
  const { kept, gone } = inOrder(a, b);
  const people = [requireSide(db, kept), requireSide(db, gone)] as const;
  const contactIds = [kept, gone] as const;
  return {
    contactIds,
    people,
    together: sideTogether(db, contactIds, people),
    refusal: whyNotOne(db, kept, gone) ?? null,
  };
}

export interface Merged {
  readonly mergeId: MergeId;
  /** The one who stays. */
  readonly contactId: ContactId;
}

/** The owner says that two are one person. Throws FrontdeskError `not_found` or `conflict`. */
export function mergePeople({ store, clock }: Deps, a: ContactId, b: ContactId): Merged {
  return store.write((tx) => {
    for (const id of [a, b]) requireContact(tx, id);
    const refusal = whyNotOne(tx, a, b);
    if (refusal !== undefined) throw new FrontdeskError('conflict', refusal);
    const contactId = mergeContacts(tx, a, b, clock(), 'owner');
    const merge = latestMergeOf(tx, contactId);
    if (merge === undefined) throw new Error('A merge was not written down.');
    return { mergeId: merge.id, contactId };
  });
}

/** What was merged, newest first, whoever did it. */
export function mergeHistory(db: Reader, before: MergeId | null, limit: number): MergeRecord[] {
  return pageMerges(db, before, limit).map((merge) => toRecord(db, merge));
}

function toRecord(db: Reader, merge: MergeEntry): MergeRecord {
  const { id, kept, gone, mergedBy, at, undoneAt } = merge;
  const refusal = undoneAt === null ? whyNotUndone(db, merge) : undefined;
  return {
    id,
    keptId: kept,
    goneId: gone,
    names: [formerName(db, id, kept), formerName(db, id, gone)],
    mergedBy,
    at,
    undoneAt,
    refusal: refusal ?? null,
  };
}

function requireSide(db: Reader, id: ContactId): MergeSide {
  requireContact(db, id);
  const side = mergeSide(db, id);
  if (side === undefined) throw new Error(`Contact ${id} is in the list and has no profile.`);
  return side;
}

function whyNotOne(db: Reader, a: ContactId, b: ContactId): string | undefined {
  if (a === b) return 'This is one person already. Choose somebody else to merge them with.';
  if (!differInUserId(db, a, b)) return undefined;
  return 'WhatsApp knows these as two people: each has a user id of their own with your business. They can’t be made one.';
}
