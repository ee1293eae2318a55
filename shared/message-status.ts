import type { MessageStatus } from './models/message.ts';

/**
 * Meta's statuses arrive in any order, so a message's status is the highest rank among its facts
 * and never goes back. `failed` outranks only what was not yet delivered: a message that was
 * delivered or read has not failed, whatever came later. Source: meta-platform §2.5.
 */
const RANK: Readonly<Record<MessageStatus, number>> = {
  queued: 0,
  unknown: 1,
  accepted: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  read: 6,
  played: 7,
  received: 8,
};

const FROM_META: ReadonlySet<string> = new Set(['sent', 'delivered', 'read', 'played', 'failed']);

function isFromMeta(status: string): status is 'sent' | 'delivered' | 'read' | 'played' | 'failed' {
  return FROM_META.has(status);
}

/** The status a message has after these facts. Words Meta may add one day change nothing. */
export function deriveStatus(current: MessageStatus, facts: readonly string[]): MessageStatus {
  let derived = current;
  for (const fact of facts) {
    if (isFromMeta(fact) && RANK[fact] > RANK[derived]) derived = fact;
  }
  return derived;
}
