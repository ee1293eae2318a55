import { FrontdeskError } from '#shared/errors.ts';
import { explainError, ruleForError } from '#shared/graph-errors.ts';
import { failedAt } from '../store/failed-at.ts';
import type { KnownMessage } from '../store/outgoing.ts';
import type { Reader } from '../store/store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Meta counts some refusals against whoever tries again soon, so that even the owner's own wish has
 * to wait. Throws FrontdeskError `conflict` while that is so. Source: meta-platform §4.4 (131049).
 */
export function refuseTooEarly(db: Reader, message: KnownMessage, now: number): void {
  const { id, wamid, status, errorCode } = message;
  if (status !== 'failed' || errorCode === null) return;
  const action = ruleForError(errorCode)?.action;
  if (action?.kind !== 'fail' || action.retryAfterMs === null) return;
  const since = Math.min(now, failedAt(db, id, wamid) ?? 0);
  const waitMs = since + action.retryAfterMs - now;
  if (waitMs <= 0) return;
  const { title } = explainError(errorCode, null);
  throw new FrontdeskError(
    'conflict',
    `${title}. WhatsApp would refuse it again if it came too soon; try again in ${inWords(waitMs)}.`,
  );
}

function inWords(ms: number): string {
  const [count, unit] =
    ms > HOUR ? [Math.ceil(ms / HOUR), 'hour'] : [Math.ceil(ms / MINUTE), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
