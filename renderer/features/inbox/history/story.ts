import type { Json } from '#shared/json.ts';
import type { MessageError } from '#shared/models/message.ts';
import type {
  AttemptRecord,
  DeliveryRecord,
  MessageHistory,
  RevisionRecord,
  SendingRecord,
  StatusRecord,
} from '#shared/models/message-history.ts';

/** One thing that happened, with the time at which it did. */
export type Moment =
  | { readonly kind: 'written' | 'stored'; readonly at: number }
  | { readonly kind: 'attempt'; readonly at: number; readonly attempt: AttemptRecord }
  /** Where nothing more is known of the attempts than how many there were. */
  | { readonly kind: 'attempts'; readonly at: number; readonly sending: SendingRecord }
  | { readonly kind: 'status'; readonly at: number; readonly status: StatusRecord }
  | { readonly kind: 'revision'; readonly at: number; readonly revision: RevisionRecord }
  | { readonly kind: 'delivery'; readonly at: number; readonly delivery: DeliveryRecord }
  | { readonly kind: 'next'; readonly at: number };

/** What happened to a message, from first to last. */
export function storyOf(history: MessageHistory): Moment[] {
  const { sending } = history;
  const moments: Moment[] = [
    { kind: 'written', at: history.timestamp },
    ...history.statuses.map((status): Moment => ({ kind: 'status', at: status.at, status })),
    ...history.revisions.map((revision): Moment => ({
      kind: 'revision',
      at: revision.at,
      revision,
    })),
    ...history.deliveries.map((delivery): Moment => ({
      kind: 'delivery',
      at: delivery.receivedAt,
      delivery,
    })),
  ];
  if (history.direction === 'inbound') moments.push({ kind: 'stored', at: history.storedAt });
  for (const attempt of history.attempts) {
    moments.push({ kind: 'attempt', at: attempt.startedAt, attempt });
  }
  if (sending !== null && sending.attempts > history.attempts.length) {
    moments.push({ kind: 'attempts', at: sending.lastAttemptAt ?? sending.queuedAt, sending });
  }
  const next = sending?.nextAttemptAt ?? null;
  if (next !== null) moments.push({ kind: 'next', at: next });
  return moments.toSorted((one, other) => one.at - other.at);
}

/** Why something did not work, wherever a moment knows it. */
export function errorOf(moment: Moment): MessageError | null {
  if (moment.kind === 'status') return moment.status.error;
  if (moment.kind === 'attempt') return moment.attempt.error;
  return moment.kind === 'attempts' ? moment.sending.error : null;
}

/** The papers that came with a moment, if any. */
export function papersOf(moment: Moment): Json {
  if (moment.kind === 'revision') return moment.revision.payload;
  if (moment.kind === 'attempt') return moment.attempt.request;
  if (moment.kind !== 'status') return null;
  const { pricing, conversation } = moment.status;
  if (pricing === null && conversation === null) return null;
  return { ...(pricing !== null && { pricing }), ...(conversation !== null && { conversation }) };
}
