/** Blocks are per number: whether the number of this chat has blocked its person. */
export function isBlockedIn(chat: string): string {
  return `EXISTS (SELECT 1 FROM blocked_user b
    WHERE b.contact_id = ${chat}.contact_id AND b.account_id = ${chat}.account_id AND b.is_active = 1)`;
}
