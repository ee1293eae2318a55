import type { z } from 'zod';
import { composedSchema } from '#shared/outgoing/content.ts';
import { isTooLong } from '#shared/outgoing/words.ts';
import { composedMessage } from './composed-message.ts';
import type { Form } from '../../../stores/composition-forms.ts';

/** Names of what can be wrong; their sentences stand in the catalogue. */
const PROBLEMS = [
  'missing',
  'tooLong',
  'degrees',
  'url',
  'phone',
  'same_titles',
  'section_titles',
  'rows',
  'invalid',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** What Meta would refuse, by the path of the field in the message: `location.latitude`. */
export type Problems = ReadonlyMap<string, Problem>;

/** The same checks as the outbox makes, so that nothing is refused after it was sent. */
export function problemsOf(form: Form): Problems {
  const result = composedSchema.safeParse(composedMessage(form));
  if (result.success) return new Map();
  const found = result.error.issues.map((issue): [string, Problem] => [
    issue.path.map(String).join('.'),
    problemOf(issue),
  ]);
  // A field says one thing at a time: the first that is wrong.
  return new Map(found.toReversed());
}

const BY_FIELD: Readonly<Record<string, Problem>> = {
  latitude: 'degrees',
  longitude: 'degrees',
  url: 'url',
  phone: 'phone',
};

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (isTooLong(issue)) return 'tooLong';
  if (issue.code === 'custom') {
    const rule: unknown = issue.params?.['rule'];
    return PROBLEMS.find((problem) => problem === rule) ?? 'invalid';
  }
  if (issue.code === 'too_small') return 'missing';
  return BY_FIELD[String(issue.path.at(-1))] ?? 'invalid';
}
