import { explainError } from '#shared/graph-errors.ts';
import type { MessageHold, MessageType } from '#shared/models/message.ts';
import { canReplyFreely, windowExpiry } from '#shared/window.ts';
import type { AttemptError } from '../store/outbox.ts';

const CODE = 131047;

/** Frontdesk's own word that the window is closed: the same as Meta's, without asking Meta. */
export const WINDOW_CLOSED_ERROR: AttemptError = {
  code: CODE,
  title: explainError(CODE, null).title,
  details: null,
};

/** Why a message can't be sent, and whether the owner is asked what becomes of it. */
export interface Impossible {
  readonly error: AttemptError;
  readonly hold: MessageHold | null;
}

interface Waiting {
  readonly type: MessageType;
  /** When the customer last opened the window, in milliseconds since 1970. */
  readonly windowOpenedAt: number | null;
}

/** What becomes of a message whose window has closed while it waited; undefined where it is open. */
export function windowRefusal(
  { type, windowOpenedAt }: Waiting,
  now: number,
): Impossible | undefined {
  if (type === 'template' || canReplyFreely(windowExpiry(windowOpenedAt), now)) return undefined;
  return { error: WINDOW_CLOSED_ERROR, hold: type === 'reaction' ? null : 'window_closed' };
}
