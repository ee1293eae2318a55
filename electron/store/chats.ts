import type { AccountId, ChatId, ContactId, MessageId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Direction, MessageStatus, MessageType } from '#shared/models/message.ts';
import { windowExpiry } from '#shared/window.ts';
import { isBlockedIn } from './block-facts.ts';
import { CHAT_LABELS, toChatLabels } from './chat-labels.ts';
import { planOfPinned, planOfView } from './chat-views.ts';
import type { ChatView, ViewPlan } from './chat-views.ts';
import { encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Reader, WriteTx } from './store.ts';

export interface ChatQuery {
  readonly accountId: AccountId | null;
  readonly view: ChatView;
  /** Milliseconds since 1970: whether a window closes soon is a question of time. */
  readonly now: number;
  readonly after: Cursor | null;
  readonly limit: number;
}

export interface ChatSlice {
  readonly chats: readonly Chat[];
  readonly nextCursor: string | null;
}

interface ChatRow {
  readonly id: ChatId;
  readonly account_id: AccountId;
  readonly account_name: string;
  readonly group_id: string | null;
  readonly is_resolved: number;
  readonly last_message_at: number | null;
  readonly last_inbound_at: number | null;
  readonly window_opened_at: number | null;
  readonly unread_count: number;
  readonly draft: string;
  readonly pinned_at: number | null;
  readonly muted_until: number | null;
  readonly snoozed_until: number | null;
  readonly snoozed_until_reply: number;
  readonly marked_unread: number;
  readonly is_waiting: number;
  readonly failed_count: number;
  readonly contact_id: ContactId;
  readonly contact_name: string | null;
  readonly is_blocked: number;
  readonly opted_out: number;
  readonly phone: string | null;
  readonly username: string | null;
  readonly bsuid: string | null;
  readonly message_id: MessageId | null;
  readonly direction: Direction | null;
  readonly type: MessageType | null;
  readonly body: string | null;
  readonly status: MessageStatus | null;
  readonly labels: string;
  readonly note_draft: string;
}

function identity(kind: 'phone' | 'username' | 'bsuid'): string {
  return `(SELECT value FROM contact_identity
     WHERE contact_id = c.id AND kind = '${kind}' AND is_active = 1 ORDER BY first_seen_at DESC, id DESC LIMIT 1)`;
}

/** A preview shows one line; the rest of a long message stays in its thread. */
const PREVIEW_LENGTH = 200;

/**
 * CROSS JOIN keeps the tables in this order. Left to itself the planner starts with the few accounts
 * and then sorts every chat there is.
 */
const COLUMNS = `
  SELECT v.id, v.account_id, a.name AS account_name, v.group_id, v.is_resolved, v.last_message_at,
    v.last_inbound_at, v.window_opened_at, v.unread_count, v.draft,
    v.pinned_at, v.muted_until, v.snoozed_until, v.snoozed_until_reply, v.marked_unread, v.is_waiting, v.failed_count,
    c.id AS contact_id, c.name AS contact_name, ${isBlockedIn('v')} AS is_blocked, c.opted_out,
    ${identity('phone')} AS phone, ${identity('username')} AS username, ${identity('bsuid')} AS bsuid,
    m.id AS message_id, m.direction, m.type, substr(m.body, 1, ${PREVIEW_LENGTH}) AS body, m.status,
    ${CHAT_LABELS} AS labels, v.note_draft`;

const REST = `
  CROSS JOIN account a ON a.id = v.account_id
  CROSS JOIN contact c ON c.id = v.contact_id
  LEFT JOIN message m ON m.id = v.last_message_id`;

const CHAT = `${COLUMNS} FROM conversation v ${REST}`;

/** One page of a view; the first one of `all` begins with every pinned chat. */
export function pageChats(db: Reader, query: ChatQuery): ChatSlice {
  const plan = planOfView(query.view, query.accountId, query.now);
  const rows = readRows(db, plan, query.after, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const hasPins = query.view === 'all' && query.after === null;
  const pinned = hasPins ? readRows(db, planOfPinned(query.accountId), null, MOST_PINNED) : [];
  return {
    chats: [...pinned, ...shown].map(toChat),
    nextCursor:
      last === undefined ? null : encodeCursor({ at: last[plan.sortBy] ?? 0, id: last.id }),
  };
}

/** Nobody pins more than fits on some screens; past it the oldest wait in the other views. */
const MOST_PINNED = 100;

/** The index is named, because the planner's statistics may be of another day's data. */
function readRows(db: Reader, plan: ViewPlan, after: Cursor | null, limit: number): ChatRow[] {
  const isRising = plan.sortBy === 'window_opened_at';
  const [order, beyond] = isRising ? ['ASC', '>'] : ['DESC', '<'];
  const key = `v.${plan.sortBy}`;
  const from = after === null ? [] : [`(${key}, v.id) ${beyond} (?, ?)`];
  return db
    .prepare<ChatRow>(
      `${COLUMNS} FROM conversation v INDEXED BY ${plan.index} ${REST}
       WHERE ${[...plan.conditions, ...from].join(' AND ')}
       ORDER BY ${key} ${order}, v.id ${order} LIMIT ?`,
    )
    .all(...plan.parameters, ...(after === null ? [] : [after.at, after.id]), limit);
}

/** In no particular order; ids that are not there are left out. */
export function chatsByIds(db: Reader, ids: readonly ChatId[]): Chat[] {
  return db
    .prepare<ChatRow>(`${CHAT} WHERE v.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
    .map(toChat);
}

export function findChat(db: Reader, id: ChatId): Chat | undefined {
  const row = db.prepare<ChatRow>(`${CHAT} WHERE v.id = ?`).get(id);
  return row && toChat(row);
}

/** Keeps what the owner has typed but not sent. The list shows it, so the chat counts as changed. */
export function saveDraft(tx: WriteTx, id: ChatId, draft: string): void {
  const { changes } = tx.run(
    'UPDATE conversation SET draft = ? WHERE id = ? AND draft <> ?',
    draft,
    id,
    draft,
  );
  if (changes > 0) tx.note({ kind: 'chat', chatId: id });
}

function toChat(row: ChatRow): Chat {
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    contact: {
      id: row.contact_id,
      name: displayName(row),
      phone: row.phone,
      username: row.username,
      bsuid: row.bsuid,
      isBlocked: row.is_blocked === 1,
      optedOut: row.opted_out === 1,
    },
    isGroup: row.group_id !== null,
    preview: toPreview(row),
    lastMessageAt: row.last_message_at,
    lastInboundAt: row.last_inbound_at,
    unreadCount: row.unread_count,
    isResolved: row.is_resolved === 1,
    windowExpiresAt: windowExpiry(row.window_opened_at),
    draft: row.draft,
    pinnedAt: row.pinned_at,
    mutedUntil: row.muted_until,
    snoozedUntil: row.snoozed_until,
    snoozedUntilReply: row.snoozed_until_reply === 1,
    isMarkedUnread: row.marked_unread === 1,
    isWaiting: row.is_waiting === 1,
    failedCount: row.failed_count,
    labels: toChatLabels(row.labels),
    noteDraft: row.note_draft,
  };
}

function displayName(row: ChatRow): string {
  if (row.contact_name !== null && row.contact_name !== '') return row.contact_name;
  if (row.username !== null) return `@${row.username}`;
  return row.phone ?? row.bsuid ?? `#${row.contact_id}`;
}

function toPreview(row: ChatRow): Chat['preview'] {
  const { message_id: messageId, direction, type, status } = row;
  if (messageId === null || direction === null || type === null || status === null) return null;
  return { messageId, direction, type, status, text: row.body ?? '' };
}
