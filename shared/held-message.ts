/**
 * Meta has a message and waits with it: until the first people have judged a new template, or while
 * the template is paused. Source: meta-platform §1.2, §5.3.
 */
export const HELD_AS = ['held_for_quality_assessment', 'paused'] as const;
export type HeldAs = (typeof HELD_AS)[number];

export function readHeldAs(word: string | undefined): HeldAs | null {
  return HELD_AS.find((held) => held === word) ?? null;
}
