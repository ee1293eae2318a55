/** Types that a page may show or play in place. Never HTML, never SVG: both can carry scripts. */
const SIGNATURES: readonly {
  readonly type: string;
  readonly bytes: string;
  readonly at?: number;
}[] = [
  { type: 'image/jpeg', bytes: '\xff\xd8\xff' },
  { type: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/gif', bytes: 'GIF87a' },
  { type: 'image/gif', bytes: 'GIF89a' },
  { type: 'image/webp', bytes: 'WEBP', at: 8 },
  { type: 'audio/ogg', bytes: 'OggS' },
  { type: 'audio/wav', bytes: 'WAVE', at: 8 },
  { type: 'audio/mpeg', bytes: 'ID3' },
  { type: 'audio/aac', bytes: '\xff\xf1' },
  { type: 'audio/aac', bytes: '\xff\xf9' },
  { type: 'audio/mpeg', bytes: '\xff\xfb' },
  { type: 'audio/mpeg', bytes: '\xff\xf3' },
  { type: 'audio/mpeg', bytes: '\xff\xf2' },
  { type: 'audio/amr', bytes: '#!AMR' },
  { type: 'video/webm', bytes: '\x1a\x45\xdf\xa3' },
];

/** Brands of the MP4 family that hold still pictures, which no browser shows. */
const PICTURE_BRANDS = /^(?:heic|heix|hevc|mif1|msf1|avif)/;
const QUICKTIME = 'qt  ';

/**
 * The type a file really has, read from its first bytes, where a page may show it; null for
 * everything else, which can only be saved. What the sender declared is believed in one thing:
 * whether a container that can hold both has a picture.
 *
 * @param head the first bytes; sixteen are enough
 */
export function shownType(head: Buffer, declared: string | null): string | null {
  const text = head.toString('latin1', 0, 16);
  const isAudio = declared?.toLowerCase().startsWith('audio/') === true;
  if (text.slice(4, 8) === 'ftyp') return mp4Type(text.slice(8, 12), isAudio);
  const found = SIGNATURES.find(({ bytes, at = 0 }) => text.startsWith(bytes, at));
  if (found?.type === 'video/webm' && isAudio) return 'audio/webm';
  return found?.type ?? null;
}

function mp4Type(brand: string, isAudio: boolean): string | null {
  if (PICTURE_BRANDS.test(brand)) return null;
  if (isAudio || brand.startsWith('M4A')) return 'audio/mp4';
  if (brand === QUICKTIME) return 'video/quicktime';
  return brand.startsWith('3g') ? 'video/3gpp' : 'video/mp4';
}
