import type { MediaFile } from './models/media-file.ts';

/** A picture up to this size is shown as it is, wherever it stands small. */
export const SMALL_PICTURE_BYTES = 300_000;
const SMALL_PICTURE_PIXELS = 800 * 800;

export function isSmallPicture({
  shownAs,
  bytes,
  width,
  height,
}: Pick<MediaFile, 'shownAs' | 'bytes' | 'width' | 'height'>): boolean {
  if (shownAs !== 'image' || bytes === null || bytes > SMALL_PICTURE_BYTES) return false;
  return width === null || height === null || width * height <= SMALL_PICTURE_PIXELS;
}
