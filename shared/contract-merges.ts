import { z } from 'zod';
import { answering, contactId, mergeId, nothing, pageSize } from './command.ts';
import type { ContactId, MergeId } from './ids.ts';
import type { MergePreview, MergeRecord, MergeSuggestions } from './models/merge.ts';

const two = { contactIds: z.tuple([contactId, contactId]) };

/** Commands for contacts that are one person. */
export const mergeContract = {
  /** Null: a newer question came before this one's turn. */
  'merges.suggestions': answering<MergeSuggestions | null>()(nothing),
  'merges.preview': answering<MergePreview>()(z.strictObject(two)),
  /** Answers who stays. */
  'merges.merge': answering<{ readonly mergeId: MergeId; readonly contactId: ContactId }>()(
    z.strictObject(two),
  ),
  /** They are two people and not proposed any more; or, `areTwo: false`, they may be again. */
  'merges.dismiss': answering<null>()(z.strictObject({ ...two, areTwo: z.boolean() })),
  /** Newest first, from before `before`. */
  'merges.history': answering<readonly MergeRecord[]>()(
    z.strictObject({ before: mergeId.nullable(), limit: pageSize }),
  ),
  /** Answers both, the one who was kept first. */
  'merges.undo': answering<readonly [ContactId, ContactId]>()(z.strictObject({ mergeId })),
} as const;
