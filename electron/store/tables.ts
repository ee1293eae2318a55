import type { Generated, GeneratedAlways } from 'kysely';
import type { SendKind } from '#shared/attachments/plan.ts';
import type {
  AccountId,
  ApiKeyId,
  AttachmentId,
  BlockId,
  ChatId,
  ContactId,
  MediaId,
  MessageId,
  OutboxId,
  QuickReplyId,
  SavedPlaceId,
  ScheduledId,
  WebhookLogId,
} from '#shared/ids.ts';
import type { AttemptOutcome } from '#shared/models/message-history.ts';
import type {
  Direction,
  MessageHold,
  MessageOrigin,
  MessageStatus,
  MessageType,
} from '#shared/models/message.ts';

/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1;

export function toFlag(value: boolean): Flag {
  return value ? 1 : 0;
}

export interface AccountTable {
  readonly id: Generated<AccountId>;
  readonly name: string;
  readonly phone_number_id: string;
  readonly waba_id: string;
  readonly app_id: string | null;
  readonly business_portfolio_id: string | null;
  readonly display_phone_number: string | null;
  readonly verify_token: string;
  readonly profile_name: string | null;
  readonly default_catalog_id: string | null;
  readonly api_version: string;
  readonly throughput_level: string;
  readonly is_active: Flag;
  readonly is_practice: Flag;
  readonly last_webhook_at: number | null;
  readonly removed_at: number | null;
  readonly created_at: number;
}

export interface ContactTable {
  readonly id: Generated<ContactId>;
  readonly name: string | null;
  readonly name_source: 'profile' | 'phone_book' | 'owner';
  readonly name_at: number;
  readonly profile_name: string | null;
  readonly profile_name_at: Generated<number>;
  readonly phone_book_name: string | null;
  readonly phone_book_name_at: Generated<number>;
  readonly email: string | null;
  readonly notes: string;
  readonly language: string | null;
  readonly opted_out: Flag;
  readonly is_blocked: Flag;
  readonly sort_name: GeneratedAlways<string>;
  readonly latest_message_at: Generated<number>;
  readonly username_absent_at: Generated<number>;
  readonly subscribed_via_signup_id: string | null;
  readonly subscribed_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
}

export type IdentityKind = 'phone' | 'wa_id' | 'bsuid' | 'parent_bsuid' | 'username';

export interface ContactIdentityTable {
  readonly id: Generated<number>;
  readonly contact_id: ContactId;
  readonly kind: IdentityKind;
  readonly value: string;
  readonly scope: string;
  readonly is_active: Flag;
  readonly first_seen_at: number;
  readonly assigned_at: Generated<number>;
  readonly left_at: Generated<number>;
  readonly superseded_at: number | null;
}

export interface ConversationTable {
  readonly id: Generated<ChatId>;
  readonly account_id: AccountId;
  readonly contact_id: ContactId;
  readonly group_id: string | null;
  readonly is_resolved: Flag;
  readonly assigned_to: string | null;
  readonly last_message_at: number | null;
  readonly last_message_id: MessageId | null;
  readonly last_inbound_at: number | null;
  readonly last_outbound_at: Generated<number | null>;
  readonly customer_active_at: number | null;
  readonly window_refused_at: number | null;
  readonly window_opened_at: GeneratedAlways<number | null>;
  readonly free_entry_expires_at: number | null;
  readonly unread_count: number;
  readonly read_up_to: number;
  readonly draft: string;
  readonly thread_owner: string | null;
  readonly thread_owner_at: number | null;
  readonly referral: string | null;
  readonly referral_at: number | null;
  readonly created_at: number;
  readonly pinned_at: number | null;
  readonly muted_until: number | null;
  readonly snoozed_until: number | null;
  readonly snoozed_until_reply: Generated<Flag>;
  readonly marked_unread: Generated<Flag>;
  readonly is_waiting: Generated<Flag>;
  readonly failed_count: Generated<number>;
  readonly shelf: GeneratedAlways<'open' | 'snoozed' | 'resolved'>;
  readonly is_unread: GeneratedAlways<Flag>;
}

export interface MediaTable {
  readonly id: Generated<MediaId>;
  readonly account_id: AccountId | null;
  readonly meta_media_id: string | null;
  readonly sha256: string | null;
  readonly mime_type: string | null;
  readonly bytes: number | null;
  readonly filename: string | null;
  readonly is_voice: Flag;
  readonly state: 'wanted' | 'present' | 'failed' | 'expired';
  readonly meta_expires_at: number | null;
  readonly created_at: number;
  readonly meta_sha256: string | null;
  readonly attempts: Generated<number>;
  readonly next_attempt_at: Generated<number>;
  readonly error: string | null;
  readonly shown_type: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

export interface MediaPreviewTable {
  /** Of the file that it is a picture of. */
  readonly source_sha256: string;
  readonly state: 'present' | 'failed';
  readonly sha256: string | null;
  readonly type: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  readonly duration_ms: number | null;
  readonly created_at: number;
}

export interface MessageTable {
  readonly id: Generated<MessageId>;
  readonly conversation_id: ChatId;
  readonly account_id: AccountId;
  readonly wamid: string | null;
  readonly direction: Direction;
  readonly origin: MessageOrigin;
  readonly type: MessageType;
  readonly body: string;
  readonly payload: string;
  readonly status: MessageStatus;
  readonly error_code: number | null;
  readonly error_title: string | null;
  readonly error_details: string | null;
  readonly reply_to_wamid: string | null;
  readonly media_id: MediaId | null;
  readonly sender_contact_id: ContactId | null;
  readonly callback_id: string | null;
  readonly timestamp: number;
  readonly is_notable: Flag;
  readonly is_forwarded: Flag;
  readonly is_deleted: Flag;
  readonly edited_at: number | null;
  readonly created_at: number;
  readonly starred_at: number | null;
  readonly hidden_at: number | null;
}

export interface MessageStatusTable {
  readonly wamid: string;
  readonly status: string;
  readonly at: number;
  readonly recipient: string;
  readonly account_id: AccountId;
  readonly error_code: number | null;
  readonly error_title: string | null;
  readonly error_details: string | null;
  readonly pricing: string | null;
  readonly conversation: string | null;
  readonly callback_id: string | null;
}

export interface MessageRevisionTable {
  readonly source_wamid: string;
  readonly account_id: AccountId;
  readonly target_wamid: string;
  readonly kind: 'edit' | 'revoke';
  readonly payload: string;
  readonly at: number;
}

export interface ReactionTable {
  readonly message_wamid: string;
  readonly actor: string;
  readonly emoji: string;
  readonly at: number;
}

export type OutboxState = 'queued' | 'claimed' | 'accepted' | 'failed' | 'unknown';

export interface OutboxTable {
  readonly id: Generated<OutboxId>;
  readonly message_id: MessageId;
  readonly conversation_id: ChatId;
  readonly account_id: AccountId;
  readonly state: OutboxState;
  readonly attempts: number;
  /** How many of the attempts Meta answered with an error: an evening without network is none. */
  readonly refusals: number;
  readonly next_attempt_at: number;
  readonly claimed_at: number | null;
  readonly error_code: number | null;
  readonly error: string | null;
  readonly created_at: number;
  readonly hold: MessageHold | null;
  /** Its message leaves only when Meta has the file. */
  readonly has_file: Generated<Flag>;
}

export interface OutboxAttemptTable {
  readonly id: Generated<number>;
  readonly message_id: MessageId;
  readonly started_at: number;
  readonly ended_at: number;
  readonly outcome: AttemptOutcome;
  readonly request: string | null;
  readonly wamid: string | null;
  readonly error_code: number | null;
  readonly error_title: string | null;
  readonly error_details: string | null;
  readonly fbtrace_id: string | null;
}

export interface ScheduledMessageTable {
  readonly id: Generated<ScheduledId>;
  readonly conversation_id: ChatId;
  readonly account_id: AccountId;
  readonly body: string;
  readonly reply_to_wamid: string | null;
  readonly due_at: number;
  readonly created_at: number;
}

export interface ReadReceiptTable {
  readonly conversation_id: ChatId;
  readonly account_id: AccountId;
  readonly wamid: string;
  readonly attempts: number;
  readonly next_attempt_at: number;
}

export type WebhookState = 'received' | 'processed' | 'failed' | 'unhandled' | 'quarantined';

export interface WebhookLogTable {
  readonly id: Generated<WebhookLogId>;
  readonly received_at: number;
  readonly state: WebhookState;
  readonly error: string | null;
  /** Text where the bytes are UTF-8, so that people can read it; else the bytes. */
  readonly raw: string | Buffer;
  readonly processed_at: number | null;
}

export interface WebhookFailureTable {
  readonly webhook_log_id: WebhookLogId;
  readonly path: string;
  readonly reason: string;
}

export interface AccountEventTable {
  readonly id: Generated<number>;
  readonly account_id: AccountId | null;
  readonly waba_id: string;
  readonly field: string;
  readonly value: string;
  readonly at: number;
  readonly digest: string;
}

export interface ConsentEventTable {
  readonly id: Generated<number>;
  readonly contact_id: ContactId;
  readonly kind: 'opt_in' | 'opt_out';
  readonly source: string;
  readonly evidence: string;
  readonly at: number;
}

export interface SettingTable {
  readonly key: string;
  readonly value: string;
  readonly updated_at: number;
}

export interface SecretTable {
  readonly name: string;
  readonly scheme: 'system' | 'key_file';
  readonly locked: Buffer;
  readonly updated_at: number;
}

export interface ApiKeyTable {
  readonly id: Generated<ApiKeyId>;
  readonly name: string;
  readonly key_hash: string;
  readonly scopes: string;
  readonly is_active: Flag;
  readonly last_used_at: number | null;
  readonly created_at: number;
}

export interface IdempotencyKeyTable {
  readonly api_key_id: ApiKeyId;
  readonly key: string;
  readonly request_hash: string;
  readonly status: number;
  readonly answer: string;
  readonly created_at: number;
}

/** Rows whose place in the search index is behind them. */
export interface SearchPendingTable {
  readonly kind: 'message' | 'contact';
  readonly id: number;
}

export interface SearchBlockTable {
  readonly block: number;
  readonly oldest: number;
  readonly newest: number;
}

export interface QuickReplyTable {
  readonly id: Generated<QuickReplyId>;
  readonly shortcut: string;
  readonly text: string;
  readonly updated_at: number;
}

export interface DraftAttachmentTable {
  readonly id: Generated<AttachmentId>;
  readonly conversation_id: ChatId;
  readonly media_id: MediaId;
  readonly send_as: SendKind;
  readonly caption: string;
  readonly position: number;
}

export interface MediaUploadTable {
  readonly account_id: AccountId;
  readonly sha256: string;
  readonly meta_media_id: string;
  readonly expires_at: number;
}

export interface SavedPlaceTable {
  readonly id: Generated<SavedPlaceId>;
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly updated_at: number;
}

export interface BlockedUserTable {
  readonly id: Generated<BlockId>;
  readonly account_id: AccountId;
  readonly contact_id: ContactId | null;
  readonly phone: string | null;
  readonly wa_id: string | null;
  readonly bsuid: string | null;
  readonly is_active: Flag;
  readonly reason: Generated<string>;
  readonly blocked_by: string;
  readonly blocked_at: number;
  readonly until: number | null;
  readonly unblocked_at: number | null;
  readonly unblocked_by: string | null;
  readonly meta_error: string | null;
}

export interface SuppressionTable {
  readonly hash: string;
  readonly at: number;
}

export interface Tables {
  readonly blocked_user: BlockedUserTable;
  readonly suppression: SuppressionTable;
  readonly search_pending: SearchPendingTable;
  readonly search_block: SearchBlockTable;
  readonly account: AccountTable;
  readonly contact: ContactTable;
  readonly contact_identity: ContactIdentityTable;
  readonly conversation: ConversationTable;
  readonly media: MediaTable;
  readonly media_preview: MediaPreviewTable;
  readonly message: MessageTable;
  readonly message_status: MessageStatusTable;
  readonly message_revision: MessageRevisionTable;
  readonly reaction: ReactionTable;
  readonly outbox: OutboxTable;
  readonly read_receipt: ReadReceiptTable;
  readonly webhook_log: WebhookLogTable;
  readonly webhook_failure: WebhookFailureTable;
  readonly account_event: AccountEventTable;
  readonly consent_event: ConsentEventTable;
  readonly setting: SettingTable;
  readonly secret: SecretTable;
  readonly api_key: ApiKeyTable;
  readonly idempotency_key: IdempotencyKeyTable;
  readonly quick_reply: QuickReplyTable;
  readonly draft_attachment: DraftAttachmentTable;
  readonly media_upload: MediaUploadTable;
  readonly saved_place: SavedPlaceTable;
  readonly outbox_attempt: OutboxAttemptTable;
  readonly scheduled_message: ScheduledMessageTable;
}
