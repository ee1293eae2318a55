import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, ContactId } from '#shared/ids.ts';
import { createContact } from './contacts.ts';
import { mergeTriage } from './chat-triage.ts';
import { moveAttachments } from './draft-attachments.ts';
import { FREE_CHAT_ID } from './free-ids.ts';
import { wakeHeld } from './holds.ts';
import { moveChatLabels } from './label-holders.ts';
import { refreshChatTail } from './message-insert.ts';
import { moveNotes } from './notes.ts';
import type { WriteTx } from './store.ts';

/** The one thread of a person with a number of ours. */
export function ensureChat(
  tx: WriteTx,
  accountId: AccountId,
  contactId: ContactId,
  now: number,
): ChatId {
  const known = tx
    .prepare<{ id: ChatId }>('SELECT id FROM conversation WHERE account_id = ? AND contact_id = ?')
    .get(accountId, contactId);
  return known?.id ?? createChat(tx, accountId, contactId, null, now);
}

/** A group's thread. A group is nobody, so a nameless contact stands in for it. */
export function ensureGroupChat(
  tx: WriteTx,
  accountId: AccountId,
  groupId: string,
  now: number,
): ChatId {
  const known = tx
    .prepare<{ id: ChatId }>('SELECT id FROM conversation WHERE account_id = ? AND group_id = ?')
    .get(accountId, groupId);
  return known?.id ?? createChat(tx, accountId, createContact(tx, now), groupId, now);
}

function createChat(
  tx: WriteTx,
  accountId: AccountId,
  contactId: ContactId,
  groupId: string | null,
  now: number,
): ChatId {
  const chatId = asId<ChatId>(
    tx.run(
      `INSERT INTO conversation (id, account_id, contact_id, group_id, created_at)
       VALUES (${FREE_CHAT_ID}, ?, ?, ?, ?)`,
      accountId,
      contactId,
      groupId,
      now,
    ).lastInsertRowid,
  );
  tx.note({ kind: 'chat', chatId });
  return chatId;
}

/** The customer wrote or called at `at`; the 24 hours count from the latest time. */
export function openWindow(tx: WriteTx, id: ChatId, at: number): void {
  const { changes } = tx.run(
    'UPDATE conversation SET customer_active_at = ? WHERE id = ? AND coalesce(customer_active_at, 0) < ?',
    at,
    id,
    at,
  );
  if (changes === 0) return;
  tx.note({ kind: 'chat', chatId: id });
  wakeHeld(tx, id);
}

/** Meta said at `at` that the window is closed, and Meta's word counts. Source: meta-platform §6.1. */
export function closeWindow(tx: WriteTx, id: ChatId, at: number): void {
  const { changes } = tx.run(
    'UPDATE conversation SET window_refused_at = ? WHERE id = ? AND coalesce(window_refused_at, 0) < ?',
    at,
    id,
    at,
  );
  if (changes > 0) tx.note({ kind: 'chat', chatId: id });
}

export function extendFreeEntry(tx: WriteTx, id: ChatId, expiresAt: number): void {
  const { changes } = tx.run(
    'UPDATE conversation SET free_entry_expires_at = ? WHERE id = ? AND coalesce(free_entry_expires_at, 0) < ?',
    expiresAt,
    id,
    expiresAt,
  );
  if (changes > 0) tx.note({ kind: 'chat', chatId: id });
}

/** The advertisement or post through which the customer came, as JSON. */
export function noteReferral(tx: WriteTx, id: ChatId, referral: string, at: number): void {
  tx.run(
    `UPDATE conversation SET referral = ?, referral_at = ?
     WHERE id = ? AND (referral_at IS NULL OR referral_at < ? OR (referral_at = ? AND referral < ?))`,
    referral,
    at,
    id,
    at,
    at,
    referral,
  );
}

/** Who answers in this thread, by Meta's word. */
export function noteThreadOwner(tx: WriteTx, id: ChatId, owner: string, at: number): void {
  const { changes } = tx.run(
    `UPDATE conversation SET thread_owner = ?, thread_owner_at = ?
     WHERE id = ? AND (thread_owner_at IS NULL OR thread_owner_at < ? OR (thread_owner_at = ? AND thread_owner < ?))`,
    owner,
    at,
    id,
    at,
    at,
    owner,
  );
  if (changes > 0) tx.note({ kind: 'chat', chatId: id });
}

/** Everything up to `at` was seen by the owner, on the phone or here. */
export function markReadUpTo(tx: WriteTx, id: ChatId, at: number): void {
  const { changes } = tx.run(
    'UPDATE conversation SET read_up_to = ? WHERE id = ? AND read_up_to < ?',
    at,
    id,
    at,
  );
  if (changes > 0) recountUnread(tx, id);
}

export function recountUnread(tx: WriteTx, id: ChatId): void {
  tx.run(
    `UPDATE conversation SET unread_count = (
       SELECT count(*) FROM message m
       WHERE m.conversation_id = conversation.id AND m.type <> 'reaction'
         AND m.timestamp > conversation.read_up_to AND m.is_notable = 1)
     WHERE id = ?`,
    id,
  );
  tx.note({ kind: 'chat', chatId: id });
}

/** What came in brings a chat back that was resolved or snoozed. */
export function reopen(tx: WriteTx, id: ChatId): void {
  const { changes } = tx.run(
    `UPDATE conversation SET is_resolved = 0, snoozed_until = NULL, snoozed_until_reply = 0
     WHERE id = ? AND shelf <> 'open'`,
    id,
  );
  if (changes > 0) tx.note({ kind: 'chat', chatId: id });
}

/** Whether the owner has not seen what came in at `at`. */
export function isUnseen(tx: WriteTx, id: ChatId, at: number): boolean {
  const row = tx
    .prepare<{ read_up_to: number }>('SELECT read_up_to FROM conversation WHERE id = ?')
    .get(id);
  return row !== undefined && at > row.read_up_to;
}

/** Gives the threads of one person to another; where both have one with a number, the two become one. */
export function moveChats(tx: WriteTx, from: ContactId, to: ContactId): void {
  const chats = tx
    .prepare<{ id: ChatId; kept: ChatId | null }>(
      `SELECT g.id, k.id AS kept FROM conversation g
       LEFT JOIN conversation k ON k.account_id = g.account_id AND k.contact_id = ?
       WHERE g.contact_id = ?`,
    )
    .all(to, from);
  for (const { id, kept } of chats) {
    if (kept === null) tx.run('UPDATE conversation SET contact_id = ? WHERE id = ?', to, id);
    else mergeChat(tx, id, kept);
    tx.note({ kind: 'chat', chatId: id });
  }
}

function mergeChat(tx: WriteTx, gone: ChatId, keep: ChatId): void {
  tx.run('UPDATE message SET conversation_id = ? WHERE conversation_id = ?', keep, gone);
  tx.run('UPDATE outbox SET conversation_id = ? WHERE conversation_id = ?', keep, gone);
  moveAttachments(tx, gone, keep);
  tx.run('UPDATE scheduled_message SET conversation_id = ? WHERE conversation_id = ?', keep, gone);
  tx.run(
    'UPDATE OR IGNORE read_receipt SET conversation_id = ? WHERE conversation_id = ?',
    keep,
    gone,
  );
  tx.run(
    `UPDATE conversation SET
       (assigned_to, last_inbound_at, customer_active_at, window_refused_at, free_entry_expires_at, read_up_to, draft, created_at) = (
         SELECT coalesce(conversation.assigned_to, g.assigned_to),
           ${latestOf('last_inbound_at')}, ${latestOf('customer_active_at')}, ${latestOf('window_refused_at')}, ${latestOf('free_entry_expires_at')},
           max(conversation.read_up_to, g.read_up_to),
           trim(conversation.draft || char(10) || g.draft, char(10)), min(conversation.created_at, g.created_at)
         FROM conversation g WHERE g.id = ?)
     WHERE id = ?`,
    gone,
    keep,
  );
  const other = tx
    .prepare<{
      referral: string | null;
      referral_at: number | null;
      thread_owner: string | null;
      thread_owner_at: number | null;
    }>('SELECT referral, referral_at, thread_owner, thread_owner_at FROM conversation WHERE id = ?')
    .get(gone);
  if (other === undefined) throw new Error(`There is no chat ${gone}.`);
  if (other.referral !== null && other.referral_at !== null) {
    noteReferral(tx, keep, other.referral, other.referral_at);
  }
  if (other.thread_owner !== null && other.thread_owner_at !== null) {
    noteThreadOwner(tx, keep, other.thread_owner, other.thread_owner_at);
  }
  mergeTriage(tx, keep, gone);
  moveChatLabels(tx, gone, keep);
  moveNotes(tx, gone, keep);
  tx.run('DELETE FROM conversation WHERE id = ?', gone);
  refreshChatTail(tx, keep);
  recountUnread(tx, keep);
}

/** `max` of two columns where either may be null. */
function latestOf(column: string): string {
  return `nullif(max(coalesce(conversation.${column}, 0), coalesce(g.${column}, 0)), 0)`;
}
