import { explainError } from '#shared/graph-errors.ts';
import type { AttemptError, QueueHead } from '../store/outbox.ts';

/** Meta's own codes for what Frontdesk does not even try. Source: meta-platform §4.4. */
const OPTED_OUT = 131050;
const BLOCKED = 130403;

/**
 * Why a message must not leave after all, looked at in the moment before it would: people opt out and
 * are blocked while messages wait. Answers to what people write are no offers and always may leave.
 */
export function suppressionOf(
  head: Pick<QueueHead, 'type' | 'optedOut' | 'isBlocked'>,
): AttemptError | undefined {
  if (head.isBlocked === 1) return refusal(BLOCKED);
  return head.optedOut === 1 && isOffer(head.type) ? refusal(OPTED_OUT) : undefined;
}

/** Which templates are offers, only Meta's list of templates says; without it, all of them count. */
export function isOffer(type: string): boolean {
  return type === 'template';
}

function refusal(code: number): AttemptError {
  return { code, title: explainError(code, null).title, details: null };
}
