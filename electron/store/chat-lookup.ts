import type { AccountId, ChatId, ContactId, LabelId } from '#shared/ids.ts';
import type { Cursor } from './cursor.ts';
import { isLabelled } from './search-labels.ts';
import type { Reader } from './store.ts';

/** The chat of an account with the person who has this number, E.164 with `+`. */
export function findChatByPhone(
  db: Reader,
  accountId: AccountId,
  phone: string,
): ChatId | undefined {
  const row = db
    .prepare<{ id: ChatId }>(
      `SELECT v.id FROM contact_identity i JOIN conversation v ON v.contact_id = i.contact_id
       WHERE ((i.kind = 'phone' AND i.value = ?) OR (i.kind = 'wa_id' AND i.value = ?))
         AND i.is_active = 1 AND v.account_id = ? AND v.group_id IS NULL
       ORDER BY i.kind = 'phone' DESC LIMIT 1`,
    )
    .get(phone, phone.slice(1), accountId);
  return row?.id;
}

/** The chat with a person in which something was said last, at a number that is still ours. */
export function latestChatOf(db: Reader, contactId: ContactId): ChatId | undefined {
  const row = db
    .prepare<{ id: ChatId }>(
      `SELECT v.id FROM conversation v JOIN account a ON a.id = v.account_id
       WHERE v.contact_id = ? AND v.group_id IS NULL AND a.removed_at IS NULL
       ORDER BY v.last_message_at DESC, v.id DESC LIMIT 1`,
    )
    .get(contactId);
  return row?.id;
}

export interface ChatSearch {
  /** Part of a name, a number or a username. */
  readonly text: string;
  readonly accountId: AccountId | null;
  readonly unreadOnly: boolean;
  readonly labelId: LabelId | null;
  readonly after: Cursor | null;
  readonly limit: number;
}

/** Chats of the people who match, newest message first. */
export function searchChatIds(db: Reader, search: ChatSearch): ChatId[] {
  const pattern = `%${search.text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const digits = search.text.replaceAll(/[\s().-]/g, '');
  const conditions = [
    `v.last_message_at IS NOT NULL`,
    `v.contact_id IN (
       SELECT id FROM contact WHERE name LIKE ? ESCAPE '\\' OR profile_name LIKE ? ESCAPE '\\'
       UNION ALL
       SELECT contact_id FROM contact_identity WHERE is_active = 1 AND instr(value, ?) > 0)`,
  ];
  const parameters: (string | number)[] = [pattern, pattern, digits];
  if (search.accountId !== null) {
    conditions.push('v.account_id = ?');
    parameters.push(search.accountId);
  }
  if (search.labelId !== null) conditions.push(isLabelled('v.id', [search.labelId]));
  if (search.unreadOnly) conditions.push('v.unread_count > 0');
  if (search.after !== null) {
    conditions.push('(v.last_message_at, v.id) < (?, ?)');
    parameters.push(search.after.at, search.after.id);
  }
  return db
    .prepare<{ id: ChatId }>(
      `SELECT v.id FROM conversation v WHERE ${conditions.join(' AND ')}
       ORDER BY v.last_message_at DESC, v.id DESC LIMIT ?`,
    )
    .all(...parameters, search.limit)
    .map((row) => row.id);
}
