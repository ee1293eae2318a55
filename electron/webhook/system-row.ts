import type { AccountId, ChatId } from '#shared/ids.ts';
import type { JsonObject } from '#shared/json.ts';
import { contentText, readContent } from '#shared/message-content.ts';
import type { NewMessage } from '../store/message-insert.ts';
import { toFlag } from '../store/tables.ts';

/** A line in the thread that nobody wrote: a changed number, a missed call. */
export function systemRow(row: {
  readonly accountId: AccountId;
  readonly chatId: ChatId;
  readonly wamid: string;
  readonly at: number;
  readonly now: number;
  readonly payload: JsonObject;
  readonly isNotable: boolean;
}): NewMessage {
  return {
    conversation_id: row.chatId,
    account_id: row.accountId,
    wamid: row.wamid,
    direction: 'inbound',
    origin: 'customer',
    type: 'system',
    body: contentText(readContent('system', row.payload)),
    payload: JSON.stringify(row.payload),
    status: 'received',
    error_code: null,
    error_title: null,
    error_details: null,
    reply_to_wamid: null,
    media_id: null,
    sender_contact_id: null,
    callback_id: null,
    timestamp: row.at,
    is_notable: toFlag(row.isNotable),
    is_forwarded: 0,
    created_at: row.now,
  };
}
