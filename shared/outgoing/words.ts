import { z } from 'zod';

/** Words that must be there. Spaces around them do not count, and do not go out. */
export function words(field: string, limit: number): z.ZodString {
  const text = z
    .string({ error: notText(field) })
    .trim()
    .min(1, `${field} is missing.`);
  return atMost(text, field, limit);
}

/** An id, a token: one piece of text that is taken as it is. */
export function token(field: string, limit: number): z.ZodString {
  const text = z
    .string({ error: notText(field) })
    .regex(/^\S(.*\S)?$/su, `${field} is missing, or has spaces at its ends.`);
  return atMost(text, field, limit);
}

export function webAddress(field: string, limit: number): z.ZodURL {
  const error = `${field} must be a web address: https://…`;
  return z
    .url({ protocol: /^https?$/u, error })
    .max(limit, `${field} is too long; at most ${limit} characters.`);
}

/**
 * Meta does not say how it counts, so the larger count holds: UTF-16 units, where zod and JSON
 * Schema count characters. Source: meta-platform §5.6.
 */
export function atMost(text: z.ZodString, field: string, limit: number): z.ZodString {
  const error = ({ input }: { readonly input?: unknown }) =>
    `${field} has ${String(input).length} characters; WhatsApp takes at most ${limit}.`;
  return text
    .max(limit, { error, abort: true })
    .refine((value) => value.length <= limit, { error, params: { rule: TOO_LONG } });
}

const TOO_LONG = 'too_long';

export function isTooLong(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'custom') return issue.params?.['rule'] === TOO_LONG;
  return issue.code === 'too_big' && issue.origin === 'string';
}

function notText(field: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => (input === undefined ? `${field} is missing.` : `${field} must be text.`);
}
