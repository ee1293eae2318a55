import type { HeldAs } from '#shared/held-message.ts';
import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import type { MessageType } from '#shared/models/message.ts';
import type { MessageStatusTable } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

/**
 * Keeps what Meta said about a message, also when the message is not known yet. A repetition may
 * carry what the first one lacked (the price comes on `sent` or on `delivered`), so gaps are filled.
 * False when nothing in it was new. Source: meta-platform §2.5, §2.6.
 */
export function recordStatus(tx: WriteTx, fact: MessageStatusTable): boolean {
  const { changes } = tx.run(
    `INSERT INTO message_status (wamid, status, at, recipient, account_id, error_code, error_title,
       error_details, pricing, conversation, callback_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (wamid, status, at, recipient) DO UPDATE SET
       ${FILLED.map((column) => `${column} = coalesce(${column}, excluded.${column})`).join(', ')}
     WHERE ${FILLED.map((column) => `(${column} IS NULL AND excluded.${column} IS NOT NULL)`).join(' OR ')}`,
    fact.wamid,
    fact.status,
    fact.at,
    fact.recipient,
    fact.account_id,
    fact.error_code,
    fact.error_title,
    fact.error_details,
    fact.pricing,
    fact.conversation,
    fact.callback_id,
  );
  return changes > 0;
}

const FILLED = [
  'error_code',
  'error_title',
  'error_details',
  'pricing',
  'conversation',
  'callback_id',
] as const;

/**
 * Meta has a message and waits with it, which its answer tells and no webhook. It stands beside the
 * statuses and changes none: what comes of it, they say.
 */
export function recordHeld(
  tx: WriteTx,
  held: {
    readonly wamid: string;
    readonly accountId: AccountId;
    readonly heldAs: HeldAs;
    readonly at: number;
  },
): void {
  recordStatus(tx, {
    wamid: held.wamid,
    status: held.heldAs,
    at: held.at,
    recipient: '',
    account_id: held.accountId,
    error_code: null,
    error_title: null,
    error_details: null,
    pricing: null,
    conversation: null,
    callback_id: null,
  });
}

export interface StatusSubject {
  readonly id: MessageId;
  readonly chatId: ChatId;
  readonly type: MessageType;
  readonly reactsTo: string | null;
}

interface SubjectRow {
  readonly id: MessageId;
  readonly conversation_id: ChatId;
  readonly type: MessageType;
  readonly reply_to_wamid: string | null;
}

/** The message of ours that a status is about. */
export function findByWamid(
  db: Reader,
  accountId: AccountId,
  wamid: string,
): StatusSubject | undefined {
  const row = db
    .prepare<SubjectRow>(
      `SELECT id, conversation_id, type, reply_to_wamid FROM message
       WHERE wamid = ? AND account_id = ? AND direction = 'outbound'`,
    )
    .get(wamid, accountId);
  return row && toSubject(row);
}

/** A message whose wamid was never learnt, because the answer to its request was lost. */
export function findUnnamed(
  db: Reader,
  accountId: AccountId,
  callbackId: string,
): StatusSubject | undefined {
  const row = db
    .prepare<SubjectRow>(
      `SELECT id, conversation_id, type, reply_to_wamid FROM message
       WHERE callback_id = ? AND wamid IS NULL AND account_id = ?`,
    )
    .get(callbackId, accountId);
  return row && toSubject(row);
}

function toSubject(row: SubjectRow): StatusSubject {
  return {
    id: row.id,
    chatId: row.conversation_id,
    type: row.type,
    reactsTo: row.type === 'reaction' ? row.reply_to_wamid : null,
  };
}

/**
 * Ends of free entry points that Meta reported for a message, in Meta's own seconds since 1970.
 * Only Meta knows how long one lasts. Source: meta-platform §6.2.
 */
export function freeEntryExpirySeconds(db: Reader, wamid: string): number | null {
  const row = db
    .prepare<{ expires: number | null }>(
      `SELECT max(CAST(json_extract(conversation, '$.expiration_timestamp') AS INTEGER)) AS expires
       FROM message_status WHERE wamid = ? AND conversation IS NOT NULL
         AND (json_extract(conversation, '$.origin.type') = 'referral_conversion'
           OR json_extract(pricing, '$.type') = 'free_entry_point')`,
    )
    .get(wamid);
  return row?.expires ?? null;
}

/** Error code with which Meta says that the customer wrote more than 24 hours ago. Source: meta-platform §4.4. */
const WINDOW_CLOSED = 131047;

/** When Meta last refused this message because the customer service window is closed. */
export function windowRefusedAt(db: Reader, wamid: string): number | null {
  const row = db
    .prepare<{ at: number | null }>(
      'SELECT max(at) AS at FROM message_status WHERE wamid = ? AND error_code = ?',
    )
    .get(wamid, WINDOW_CLOSED);
  return row?.at ?? null;
}
