import type { MediaFile } from '#shared/models/media-file.ts';
import type { MessageContent } from '#shared/models/message-content.ts';
import { isSmallPicture } from '#shared/small-picture.ts';

/** What there is to draw a small picture of. */
export type PreviewKind = 'picture' | 'video' | 'pdf';

type MediaContent = Extract<MessageContent, { readonly kind: 'media' }>;

/** More is no photo: what would fill the memory when it is decoded is not decoded at all. */
const MOST_PIXELS = 120_000_000;

/** Null where none is wanted: nothing to see, small enough as it is, or moving. */
export function previewKind(content: MediaContent, file: MediaFile): PreviewKind | null {
  if (file.state !== 'present') return null;
  if (content.media === 'document' && isPdf(content)) return 'pdf';
  if (file.shownAs === 'video') return 'video';
  const isStill = file.shownAs === 'image' && content.media !== 'sticker' && !isGif(content);
  if (!isStill || isSmallPicture(file) || isTooLarge(file)) return null;
  return 'picture';
}

export function isTooLarge({ width, height }: MediaFile): boolean {
  return (width ?? 0) * (height ?? 0) > MOST_PIXELS;
}

/** As the sender calls it; what it is really shows when it is opened. */
export function isPdf({ mimeType, filename }: MediaContent): boolean {
  return mimeType?.startsWith('application/pdf') === true || /\.pdf$/i.test(filename ?? '');
}

function isGif({ mimeType }: MediaContent): boolean {
  return mimeType?.startsWith('image/gif') === true;
}
