import { contentType } from '#shared/attachments/content-type.ts';

/** Types that a page may show or play in place. Never HTML, never SVG: both can carry scripts. */
const SHOWN: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'audio/ogg',
  'audio/wav',
  'audio/mpeg',
  'audio/aac',
  'audio/amr',
  'audio/mp4',
  'audio/webm',
  'video/mp4',
  'video/3gpp',
  'video/quicktime',
  'video/webm',
]);

/**
 * The type a file really has, read from its first bytes, where a page may show it; null for
 * everything else, which can only be saved. What the sender declared is believed in one thing:
 * whether a container that can hold both has a picture.
 *
 * @param head the first bytes; sixteen are enough
 */
export function shownType(head: Buffer, declared: string | null): string | null {
  const said = declared?.toLowerCase() ?? '';
  const type = contentType(head, { name: '', declared: said });
  // WhatsApp takes only Opus in an Ogg; a page plays what else may be in it, too.
  if (type === 'audio/vorbis') return 'audio/ogg';
  if (type === null || !SHOWN.has(type)) return null;
  return type.startsWith('video/') && said.startsWith('audio/') ? 'audio/mp4' : type;
}
