import { explainError } from '#shared/graph-errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { fieldAt, objectAt, textAt } from '#shared/json-fields.ts';
import type { AttemptError, QueueHead } from '../store/outbox.ts';
import type { Reader } from '../store/store.ts';
import { templateCategory } from '../store/templates.ts';

/** Meta's own codes for what Frontdesk does not even try. Source: meta-platform §4.4. */
const OPTED_OUT = 131050;
const BLOCKED = 130403;

/**
 * Why a message must not leave after all, looked at in the moment before it would: people opt out and
 * are blocked while messages wait. Answers to what people write are no offers and always may leave.
 */
export function suppressionOf(
  db: Reader,
  head: Pick<QueueHead, 'type' | 'accountId' | 'payload' | 'optedOut' | 'isBlocked'>,
): AttemptError | undefined {
  if (head.isBlocked === 1) return refusal(BLOCKED);
  if (head.optedOut === 0) return undefined;
  const { type, accountId, payload } = head;
  const content = fieldAt(parseJson(payload), type) ?? null;
  return isOffer(db, accountId, { type, content }) ? refusal(OPTED_OUT) : undefined;
}

/** A template is an offer unless Meta's list says that it is none; one that is not in it counts as one. */
export function isOffer(
  db: Reader,
  accountId: AccountId,
  { type, content }: { readonly type: string; readonly content: Json },
): boolean {
  if (type !== 'template') return false;
  const name = textAt(content, 'name') ?? '';
  const language = textAt(objectAt(content, 'language'), 'code') ?? '';
  const category = templateCategory(db, accountId, name, language);
  return category === undefined || category === 'MARKETING';
}

function refusal(code: number): AttemptError {
  return { code, title: explainError(code, null).title, details: null };
}
