/**
 * Numbers with which an error of Meta can be rehearsed. `+888` belongs to no country, so nobody can
 * have them; any of the codes in meta-platform §4 can be put in:
 *
 *     +888 1 0131026 001     refused at once with 131026
 *     +888 2 0131049 001     accepted, and reported as failed with 131049 a moment later
 *     +888 3 0131016 001     refused with 131016 the first time, and accepted from then on
 *
 * The seven digits in the middle are the code with zeros in front, the last three tell people apart.
 * All are on WhatsApp, and read what reaches them.
 */
export type Rehearsal =
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'fails_later'; readonly code: number }
  | { readonly kind: 'refused_once'; readonly code: number };

const KINDS: Readonly<Record<string, Rehearsal['kind']>> = {
  1: 'refused',
  2: 'fails_later',
  3: 'refused_once',
};
const HELD_AFTER = 10;
const REHEARSAL = /^888(?<kind>[123])(?<code>\d{7})\d{3}$/;

/** @param waId digits only */
export function rehearsalOf(waId: string): Rehearsal | undefined {
  const digits = REHEARSAL.exec(waId)?.groups;
  const kind = KINDS[digits?.['kind'] ?? ''];
  return kind === undefined ? undefined : { kind, code: Number(digits?.['code']) };
}

/**
 * Templates with which pacing can be rehearsed, by how their names begin. The first ten go out at
 * once, the others are held; half a minute after the first of them comes the verdict:
 *
 *     held_then_released…    they go out after all
 *     held_then_dropped…     they fail with 132015, and the template is paused
 */
export function rehearsedPacing(
  name: string,
): { readonly first: number; readonly verdict: 'released' | 'paused' } | undefined {
  if (name.startsWith('held_then_released')) return { first: HELD_AFTER, verdict: 'released' };
  return name.startsWith('held_then_dropped')
    ? { first: HELD_AFTER, verdict: 'paused' }
    : undefined;
}
