import type { ChatId, LabelId } from '#shared/ids.ts';
import type { LabelTarget } from '#shared/models/label.ts';
import { putLabel, takeLabel } from '../store/label-holders.ts';
import type { Store } from '../store/store.ts';
import { requireLabel } from './label-book.ts';

export interface Labelling {
  readonly labelId: LabelId;
  readonly chatIds: readonly ChatId[];
  readonly on: LabelTarget;
  readonly isOn: boolean;
}

/**
 * Puts a label on chats or their people, or takes it off, in one transaction. Answers the chats in
 * which something changed: doing the opposite to those undoes it. Throws FrontdeskError `not_found`.
 */
export function labelChats(
  { store }: { readonly store: Store },
  { labelId, chatIds, on, isOn }: Labelling,
): ChatId[] {
  const change = isOn ? putLabel : takeLabel;
  return store.write((tx) => {
    requireLabel(tx, labelId);
    return [...new Set(chatIds)].filter((chatId) => change(tx, chatId, labelId, on));
  });
}
