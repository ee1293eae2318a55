import { FOREVER } from '#shared/triage.ts';
import type { ChatChange, FormerChat } from '#shared/triage.ts';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Reader, WriteTx } from './store.ts';

interface TriageRow {
  readonly is_resolved: number;
  readonly pinned_at: number | null;
  readonly muted_until: number | null;
  readonly snoozed_until: number | null;
  readonly snoozed_until_reply: number;
  readonly marked_unread: number;
  readonly read_up_to: number;
  readonly last_inbound_at: number | null;
}

/** What a change to this chat would replace. Undefined when there is no such chat. */
export function formerChat(
  db: Reader,
  chatId: ChatId,
  kind: ChatChange['kind'],
): FormerChat | undefined {
  const row = db
    .prepare<TriageRow>(
      `SELECT is_resolved, pinned_at, muted_until, snoozed_until, snoozed_until_reply, marked_unread,
         read_up_to, last_inbound_at
       FROM conversation WHERE id = ?`,
    )
    .get(chatId);
  return row && aspectOf(row, chatId, kind);
}

function aspectOf(row: TriageRow, chatId: ChatId, kind: ChatChange['kind']): FormerChat {
  switch (kind) {
    case 'pin':
    case 'unpin':
      return { aspect: 'pin', chatId, pinnedAt: row.pinned_at };
    case 'mute':
    case 'unmute':
      return { aspect: 'mute', chatId, mutedUntil: row.muted_until };
    case 'resolve':
    case 'reopen':
    case 'snooze':
    case 'snooze_until_reply':
    case 'wake':
      return {
        aspect: 'shelf',
        chatId,
        isResolved: row.is_resolved === 1,
        snoozedUntil: row.snoozed_until,
        snoozedUntilReply: row.snoozed_until_reply === 1,
        lastInboundAt: row.last_inbound_at,
      };
    case 'mark_unread':
    case 'mark_read':
      return {
        aspect: 'reading',
        chatId,
        isMarkedUnread: row.marked_unread === 1,
        readUpTo: row.read_up_to,
      };
    default:
      return unreachable(kind);
  }
}

/** Everything but reading a chat, which Meta is told of. */
export type LocalChange = Exclude<ChatChange, { readonly kind: 'mark_read' }>;

/** Times in milliseconds since 1970. */
export function changeChat(tx: WriteTx, chatId: ChatId, change: LocalChange, now: number): void {
  switch (change.kind) {
    case 'pin':
      return set(tx, chatId, 'pinned_at = coalesce(pinned_at, ?)', now);
    case 'unpin':
      return set(tx, chatId, 'pinned_at = NULL');
    case 'mute':
      return set(tx, chatId, 'muted_until = ?', change.until ?? FOREVER);
    case 'unmute':
      return set(tx, chatId, 'muted_until = NULL');
    case 'resolve':
      return setShelf(tx, chatId, { resolved: 1, until: null, untilReply: 0 });
    case 'reopen':
    case 'wake':
      return setShelf(tx, chatId, { resolved: 0, until: null, untilReply: 0 });
    case 'snooze':
      return setShelf(tx, chatId, { resolved: 0, until: change.until, untilReply: 0 });
    case 'snooze_until_reply':
      return setShelf(tx, chatId, { resolved: 0, until: null, untilReply: 1 });
    case 'mark_unread':
      return set(tx, chatId, 'marked_unread = 1');
    default:
      return unreachable(change);
  }
}

interface Shelf {
  readonly resolved: 0 | 1;
  readonly until: number | null;
  readonly untilReply: 0 | 1;
}

function setShelf(tx: WriteTx, chatId: ChatId, { resolved, until, untilReply }: Shelf): void {
  const assignments = 'is_resolved = ?, snoozed_until = ?, snoozed_until_reply = ?';
  set(tx, chatId, assignments, resolved, until, untilReply);
}

function set(
  tx: WriteTx,
  chatId: ChatId,
  assignments: string,
  ...values: readonly (number | null)[]
): void {
  tx.run(`UPDATE conversation SET ${assignments} WHERE id = ?`, ...values, chatId);
  tx.note({ kind: 'chat', chatId });
}

/** Puts back what a change replaced; what came in since then has the last word. */
export function restoreChat(tx: WriteTx, former: FormerChat): void {
  const chatId = asId<ChatId>(former.chatId);
  switch (former.aspect) {
    case 'pin':
      return set(tx, chatId, 'pinned_at = ?', former.pinnedAt);
    case 'mute':
      return set(tx, chatId, 'muted_until = ?', former.mutedUntil);
    case 'shelf':
      if (hasNewInbound(tx, chatId, former.lastInboundAt)) return undefined;
      return setShelf(tx, chatId, {
        resolved: former.isResolved ? 1 : 0,
        until: former.snoozedUntil,
        untilReply: former.snoozedUntilReply ? 1 : 0,
      });
    case 'reading':
      return set(
        tx,
        chatId,
        `marked_unread = ?, read_up_to = ?, unread_count = (
           SELECT count(*) FROM message m
           WHERE m.conversation_id = conversation.id AND m.type <> 'reaction'
             AND m.timestamp > ? AND m.is_notable = 1)`,
        former.isMarkedUnread ? 1 : 0,
        former.readUpTo,
        former.readUpTo,
      );
    default:
      return unreachable(former);
  }
}

function hasNewInbound(db: Reader, chatId: ChatId, since: number | null): boolean {
  const row = db
    .prepare<{ at: number | null }>('SELECT last_inbound_at AS at FROM conversation WHERE id = ?')
    .get(chatId);
  return (row?.at ?? 0) > (since ?? 0);
}

/** When the next snooze ends; undefined when none has a time. */
export function nextWakeAt(db: Reader): number | undefined {
  const row = db
    .prepare<{ at: number | null }>(
      `SELECT min(snoozed_until) AS at FROM conversation INDEXED BY conversation_wake
       WHERE snoozed_until IS NOT NULL`,
    )
    .get();
  return row?.at ?? undefined;
}

/** Ends the snoozes whose time has come. The chats count as unread, or nobody would find them. */
export function wakeDueChats(tx: WriteTx, now: number): number {
  const woken = tx
    .prepare<{ id: ChatId }>(
      `UPDATE conversation SET snoozed_until = NULL, snoozed_until_reply = 0, marked_unread = 1
       WHERE snoozed_until IS NOT NULL AND snoozed_until <= ? RETURNING id`,
    )
    .all(now);
  for (const { id } of woken) tx.note({ kind: 'chat', chatId: id });
  return woken.length;
}

/** Two chats become one: it is open if either was, and keeps the marks of both. */
export function mergeTriage(tx: WriteTx, keep: ChatId, gone: ChatId): void {
  tx.run(
    `UPDATE conversation SET (is_resolved, snoozed_until, snoozed_until_reply, pinned_at, muted_until, marked_unread) = (
       SELECT min(conversation.is_resolved, g.is_resolved),
         iif(g.shelf = 'open', NULL, conversation.snoozed_until),
         iif(g.shelf = 'open', 0, conversation.snoozed_until_reply),
         coalesce(conversation.pinned_at, g.pinned_at), coalesce(conversation.muted_until, g.muted_until),
         max(conversation.marked_unread, g.marked_unread)
       FROM conversation g WHERE g.id = ?)
     WHERE id = ?`,
    gone,
    keep,
  );
}
