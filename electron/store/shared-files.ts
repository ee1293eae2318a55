import type { ChatId, MessageId } from '#shared/ids.ts';
import type { SharedCounts, SharedKind, SharedPage } from '#shared/models/shared-files.ts';
import { encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { messagesByIds } from './messages.ts';
import type { Reader } from './store.ts';

/** The words of the partial indexes, so that the planner knows them again. */
const PLACES: Readonly<Record<SharedKind, { readonly index: string; readonly is: string }>> = {
  media: { index: 'message_pictures', is: "type IN ('image', 'video')" },
  documents: { index: 'message_documents', is: "type = 'document'" },
  links: {
    index: 'message_links',
    is: "(instr(body, '://') > 0 OR instr(body, 'www.') > 0) AND type <> 'reaction'",
  },
};

const IS_SHOWN = 'is_deleted = 0 AND hidden_at IS NULL';

export interface SharedQuery {
  readonly chatId: ChatId;
  readonly kind: SharedKind;
  readonly after: Cursor | null;
  readonly limit: number;
}

export function pageShared(db: Reader, { chatId, kind, after, limit }: SharedQuery): SharedPage {
  const { index, is } = PLACES[kind];
  const beyond = after === null ? '' : 'AND (timestamp, id) < (?, ?)';
  const rows = db
    .prepare<{ id: MessageId; at: number }>(
      `SELECT id, timestamp AS at FROM message INDEXED BY ${index}
       WHERE conversation_id = ? AND ${is} AND ${IS_SHOWN} ${beyond}
       ORDER BY timestamp DESC, id DESC LIMIT ?`,
    )
    .all(chatId, ...(after === null ? [] : [after.at, after.id]), limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const ids = shown.map(({ id }) => id);
  return {
    messages: messagesByIds(db, chatId, ids).toReversed(),
    nextCursor: last === undefined ? null : encodeCursor(last),
  };
}

/** Walks the chat's part of each index: for the reading thread. */
export function countShared(db: Reader, chatId: ChatId): SharedCounts {
  const count = (kind: SharedKind): number => {
    const { index, is } = PLACES[kind];
    const row = db
      .prepare<{ n: number }>(
        `SELECT count(*) AS n FROM message INDEXED BY ${index}
         WHERE conversation_id = ? AND ${is} AND ${IS_SHOWN}`,
      )
      .get(chatId);
    return row?.n ?? 0;
  };
  return { media: count('media'), links: count('links'), documents: count('documents') };
}
