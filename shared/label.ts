import { z } from 'zod';

/** What the owner can choose from; each stands out on light and dark paper. */
export const LABEL_COLORS = [
  '#d97f1f',
  '#3f8f63',
  '#5b78d8',
  '#b8528a',
  '#7b68c4',
  '#2f8fa3',
  '#c4503f',
  '#8a7a2c',
  '#6a9a2d',
  '#75808c',
] as const;

export const labelNameSchema = z.string().trim().min(1).max(60);
export const labelColorSchema = z
  .string()
  .regex(/^#[\da-f]{6}$/iu, 'A colour such as #3f8f63.')
  .toLowerCase();

/** Under which two names are one: “VIP” and “vip ” are. */
export function labelKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}

/** The colour that is used least so far, for a label whose colour nobody chose. */
export function freshColor(used: readonly string[]): string {
  let best: string = LABEL_COLORS[0];
  let fewest = Infinity;
  for (const color of LABEL_COLORS) {
    const count = used.filter((each) => each === color).length;
    if (count < fewest) [best, fewest] = [color, count];
  }
  return best;
}
