import { z } from 'zod';

/** What the owner can choose from; each stands out on light and dark paper. */
export const LABEL_TONES = {
  orange: '#d97f1f',
  green: '#3f8f63',
  blue: '#5b78d8',
  pink: '#b8528a',
  violet: '#7b68c4',
  teal: '#2f8fa3',
  red: '#c4503f',
  olive: '#8a7a2c',
  lime: '#6a9a2d',
  grey: '#75808c',
} as const;

export const TONE_NAMES = [
  'orange',
  'green',
  'blue',
  'pink',
  'violet',
  'teal',
  'red',
  'olive',
  'lime',
  'grey',
] as const satisfies readonly (keyof typeof LABEL_TONES)[];

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
  let best: string = LABEL_TONES.orange;
  let fewest = Infinity;
  for (const name of TONE_NAMES) {
    const color = LABEL_TONES[name];
    const count = used.filter((each) => each === color).length;
    if (count < fewest) [best, fewest] = [color, count];
  }
  return best;
}
