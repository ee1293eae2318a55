import type { WebhookLogId } from '../ids.ts';
import type { Json } from '../json.ts';
import type { Direction, MessageError, MessageOrigin, MessageStatus } from './message.ts';

/** Everything that is known about how one message came or went. Times in milliseconds since 1970. */
export interface MessageHistory {
  readonly wamid: string | null;
  readonly direction: Direction;
  readonly origin: MessageOrigin;
  readonly status: MessageStatus;
  /** Meta's time for what came in, ours for what went out. */
  readonly timestamp: number;
  /** When Frontdesk wrote it down. */
  readonly storedAt: number;
  /** Oldest first. */
  readonly statuses: readonly StatusRecord[];
  /** Null for what Frontdesk did not send itself. */
  readonly sending: SendingRecord | null;
  /** Oldest first. */
  readonly attempts: readonly AttemptRecord[];
  /** Edits and deletions, oldest first. */
  readonly revisions: readonly RevisionRecord[];
  /** As Meta sent it, or as it was handed to Meta. */
  readonly payload: Json;
  /** The deliveries that spoke of it, as far as they were found; oldest first. */
  readonly deliveries: readonly DeliveryRecord[];
}

export interface StatusRecord {
  readonly status: string;
  readonly at: number;
  /** Set only where a message has several recipients. */
  readonly recipient: string | null;
  readonly error: MessageError | null;
  /** Meta's own account of what it costs. */
  readonly pricing: Json;
  readonly conversation: Json;
}

export interface SendingRecord {
  readonly state: 'queued' | 'claimed' | 'accepted' | 'failed' | 'unknown';
  readonly attempts: number;
  readonly queuedAt: number;
  readonly lastAttemptAt: number | null;
  readonly nextAttemptAt: number | null;
  readonly error: MessageError | null;
}

export type AttemptOutcome = 'accepted' | 'refused' | 'not_reached' | 'ambiguous';

/** One request to Meta and what came of it. The newest twenty of a message are kept. */
export interface AttemptRecord {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: AttemptOutcome;
  /** The body as it went out; it never holds a token. Null where a run that ended made it. */
  readonly request: Json;
  /** What WhatsApp called the message. */
  readonly wamid: string | null;
  readonly error: MessageError | null;
  /** Meta's own words about this one case, beside those for its code. */
  readonly details: string | null;
  /** Meta's name for the refusal, which its support asks for. */
  readonly fbtraceId: string | null;
}

export interface RevisionRecord {
  readonly kind: 'edit' | 'revoke';
  readonly at: number;
  readonly payload: Json;
}

export interface DeliveryRecord {
  readonly id: WebhookLogId;
  readonly receivedAt: number;
  readonly state: 'received' | 'processed' | 'failed' | 'unhandled' | 'quarantined';
  readonly error: string | null;
}

/** What applying deliveries again came to. */
export interface ReplayReport {
  readonly replayed: number;
  readonly failed: number;
  /** Rows that really became others, by table; empty when everything had been applied before. */
  readonly changed: Readonly<Record<string, number>>;
}
