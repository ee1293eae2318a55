import { ACCOUNT_ERRORS, PERMISSION_MISSING } from './graph-errors/account-errors.ts';
import { MESSAGE_ERRORS } from './graph-errors/message-errors.ts';
import { RETRY } from './graph-errors/rule.ts';
import type { ErrorAction, ErrorRule, ErrorTable } from './graph-errors/rule.ts';
import { CALLING_ERROR, GROUP_ERROR, SETUP_ERRORS } from './graph-errors/setup-errors.ts';
import { TEMPLATE_MAKING_ERRORS, TEMPLATE_SEND_ERRORS } from './graph-errors/template-errors.ts';

export type { ErrorAction, ErrorRule, PauseScope } from './graph-errors/rule.ts';

const BY_CODE: ErrorTable = {
  ...ACCOUNT_ERRORS,
  ...MESSAGE_ERRORS,
  ...TEMPLATE_SEND_ERRORS,
  ...TEMPLATE_MAKING_ERRORS,
  ...SETUP_ERRORS,
};

interface CodeRange {
  readonly first: number;
  readonly last: number;
  readonly rule: ErrorRule;
}

const BY_RANGE: readonly CodeRange[] = [
  { first: 200, last: 299, rule: PERMISSION_MISSING },
  { first: 131201, last: 131215, rule: GROUP_ERROR },
  { first: 138000, last: 138038, rule: CALLING_ERROR },
];

/** The generic codes whose subcode says what really happened. Source: meta-platform §1.1, §4.7. */
const TELLS_BY_SUBCODE = 100;

/**
 * What Meta's error means and what to do about it; undefined for a code that is not known.
 *
 * @param subcode counts only where Meta hides the real reason behind error 100
 */
export function ruleForError(code: number, subcode: number | null = null): ErrorRule | undefined {
  if (code === TELLS_BY_SUBCODE && subcode !== null) {
    return ruleForCode(subcode) ?? BY_CODE[code];
  }
  return ruleForCode(code);
}

function ruleForCode(code: number): ErrorRule | undefined {
  return BY_CODE[code] ?? BY_RANGE.find(({ first, last }) => code >= first && code <= last)?.rule;
}

/** What a program needs to know of a refusal to decide about it. */
export interface Refusal {
  /** Null when the answer was an error without Meta's own code. */
  readonly code: number | null;
  readonly subcode: number | null;
  readonly status: number;
  /** Meta's own word that trying again may help. */
  readonly isTransient: boolean;
}

/** What to do after a refusal. Codes nobody has heard of fail, unless Meta calls them transient. */
export function actionForRefusal(refusal: Refusal): ErrorAction {
  const rule = refusal.code === null ? undefined : ruleForError(refusal.code, refusal.subcode);
  if (rule !== undefined) return rule.action;
  if (refusal.status === 429) return { kind: 'slow', maxAttempts: 8 };
  if (refusal.isTransient) return RETRY;
  return { kind: 'fail', retryAfterMs: null };
}

export interface ErrorInWords {
  readonly title: string;
  readonly advice: string;
}

/**
 * A failure in words for the owner.
 *
 * @param code Meta's error code; null when the failure is Frontdesk's own
 * @param title what Meta or Frontdesk called it, used where the code says nothing
 */
export function explainError(code: number | null, title: string | null): ErrorInWords {
  if (code === null) return { title: title ?? 'The message was not sent', advice: OWN_ADVICE };
  const rule = ruleForError(code);
  if (rule !== undefined) return { title: rule.title, advice: rule.advice };
  return {
    title: title ?? `WhatsApp refused with error ${code}`,
    advice: `Frontdesk does not know Meta’s error ${code} yet. Try again once; if it comes back, look the number up in Meta’s list of error codes or ask Meta’s support.`,
  };
}

const OWN_ADVICE =
  'WhatsApp has not taken the message. Check the connection and the number under Settings, Numbers, then try again.';
