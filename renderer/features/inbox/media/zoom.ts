const LEVELS = [1, 1.5, 2, 3, 4] as const;

/** All of the picture, as large as the window has room. */
export const WHOLE = LEVELS[0];
export const CLOSEST = LEVELS[4];

export function closer(zoom: number): number {
  return LEVELS.find((level) => level > zoom) ?? CLOSEST;
}

export function farther(zoom: number): number {
  return LEVELS.findLast((level) => level < zoom) ?? WHOLE;
}
