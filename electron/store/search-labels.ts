import type { ChatId, LabelId } from '#shared/ids.ts';
import type { SearchHint } from '#shared/search-query.ts';
import { chatsLabelled, findLabelByName } from './labels.ts';
import type { Reader } from './store.ts';

/** The labels that a question names; null where it names none, an empty list where there are no such. */
export function labelsNamed(
  db: Reader,
  names: readonly string[],
  hints: SearchHint[],
): readonly LabelId[] | null {
  if (names.length === 0) return null;
  return names.flatMap((name) => {
    const label = findLabelByName(db, name);
    if (label === undefined) hints.push({ kind: 'no_label', part: name });
    return label === undefined ? [] : [label.id];
  });
}

/** The chats that carry any of the labels, or null where these are more than `limit`. */
export function fewChatsLabelled(
  db: Reader,
  labelIds: readonly LabelId[],
  limit: number,
): readonly ChatId[] | null {
  const chats = new Set<ChatId>();
  for (const id of labelIds) {
    for (const chatId of chatsLabelled(db, id, limit + 1)) chats.add(chatId);
    if (chats.size > limit) return null;
  }
  return [...chats];
}

/** When something last happened in a chat that carries any of the labels; 0 where there is none. */
export function lastInLabelled(db: Reader, labelIds: readonly LabelId[]): number {
  const newest = db.prepare<{ at: number | null }>(
    `SELECT max(last_message_at) AS at FROM labelled_chat INDEXED BY labelled_chat_recent WHERE label_id = ?`,
  );
  return Math.max(0, ...labelIds.map((id) => newest.get(id)?.at ?? 0));
}

/** For a query: whether the chat in `column` carries any of the labels. Ids are integers of ours. */
export function isLabelled(column: string, labelIds: readonly LabelId[]): string {
  return `EXISTS (SELECT 1 FROM labelled_chat x
    WHERE x.conversation_id = ${column} AND x.label_id IN (${labelIds.map(Number).join(', ')}))`;
}
