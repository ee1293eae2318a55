import type { CSSProperties } from 'react';

const WIDEST = 320;
const HIGHEST = 340;
const NARROWEST = 120;

interface Sides {
  readonly width: number | null;
  readonly height: number | null;
}

/** The place a picture takes before its bytes are there, so that nothing below it moves. */
export function frameStyle({ width, height }: Sides, widest = WIDEST): CSSProperties {
  if (width === null || height === null) return { inlineSize: widest, aspectRatio: '4 / 3' };
  const scale = Math.min(1, widest / width, HIGHEST / height);
  return {
    inlineSize: Math.max(NARROWEST, Math.round(width * scale)),
    // A very long or very wide picture is cut here and whole in the viewer.
    aspectRatio: `${Math.min(Math.max(width / height, 0.5), 2.6)}`,
  };
}
