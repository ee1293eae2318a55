import { explainError } from '#shared/graph-errors.ts';
import type { AttemptError } from '../store/outbox.ts';

const CODE = 131047;

/** Frontdesk's own word that the window is closed: the same as Meta's, without asking Meta. */
export const WINDOW_CLOSED_ERROR: AttemptError = {
  code: CODE,
  title: explainError(CODE, null).title,
  details: null,
};
