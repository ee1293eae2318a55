/** How many bytes of a file's beginning tell what it is. */
export const HEAD_BYTES = 64 * 1024;

interface Signature {
  readonly type: string;
  readonly bytes: string;
  readonly at?: number;
}

const SIGNATURES: readonly Signature[] = [
  { type: 'image/jpeg', bytes: '\xff\xd8\xff' },
  { type: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/gif', bytes: 'GIF87a' },
  { type: 'image/gif', bytes: 'GIF89a' },
  { type: 'image/webp', bytes: 'WEBP', at: 8 },
  { type: 'image/tiff', bytes: 'II*\0' },
  { type: 'image/tiff', bytes: 'MM\0*' },
  { type: 'image/bmp', bytes: '\0\0\0\0', at: 6 },
  { type: 'application/pdf', bytes: '%PDF-' },
  { type: 'audio/wav', bytes: 'WAVE', at: 8 },
  { type: 'video/x-msvideo', bytes: 'AVI ', at: 8 },
  { type: 'audio/flac', bytes: 'fLaC' },
  { type: 'audio/mpeg', bytes: 'ID3' },
  { type: 'audio/mpeg', bytes: '\xff\xfb' },
  { type: 'audio/mpeg', bytes: '\xff\xf3' },
  { type: 'audio/mpeg', bytes: '\xff\xf2' },
  { type: 'audio/aac', bytes: '\xff\xf1' },
  { type: 'audio/aac', bytes: '\xff\xf9' },
  { type: 'audio/amr', bytes: '#!AMR' },
  { type: 'video/webm', bytes: '\x1a\x45\xdf\xa3' },
];

/** What the sender's computer says about a file. Believed only where the content leaves it open. */
export interface FileHint {
  readonly name: string;
  /** The type as the system guesses it from the name; empty where it does not. */
  readonly declared: string;
}

/**
 * The type that a file has by its content, as Meta names it; null for what is none of the types
 * that Frontdesk knows. A name decides only between types that look alike from the inside.
 *
 * @param head the first `HEAD_BYTES` bytes, or all of a shorter file
 */
export function contentType(head: Uint8Array, hint: FileHint): string | null {
  const text = latin(head, 0, 16);
  if (text.slice(4, 8) === 'ftyp') return mp4Type(text.slice(8, 12), hint);
  if (text.startsWith('OggS')) return oggType(head);
  if (text.startsWith('PK\x03\x04')) return officeType(head, hint);
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oldOfficeType(hint);
  const found = SIGNATURES.find(({ bytes, at = 0 }) => text.startsWith(bytes, at));
  // "BM" alone begins many a text; the four zeros behind the size begin no text at all.
  if (found?.type === 'video/webm' && hint.declared.startsWith('audio/')) return 'audio/webm';
  if (found !== undefined && (found.type !== 'image/bmp' || text.startsWith('BM'))) {
    return found.type;
  }
  return isText(head) ? 'text/plain' : null;
}

/** The first brand of the MP4 family says what is inside, except whether there is a picture. */
function mp4Type(brand: string, { name, declared }: FileHint): string {
  if (/^(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1)/.test(brand)) return 'image/heic';
  if (brand.startsWith('avi')) return 'image/avif';
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) return 'audio/mp4';
  if (brand === 'qt  ') return 'video/quicktime';
  if (brand.startsWith('3g')) return 'video/3gpp';
  const isSound = declared.startsWith('audio/') || endingOf(name) === 'm4a';
  return isSound ? 'audio/mp4' : 'video/mp4';
}

/** WhatsApp takes Opus only. Source: meta-platform §5.5. */
function oggType(head: Uint8Array): string {
  return latin(head, 28, 36) === 'OpusHead' ? 'audio/ogg' : 'audio/vorbis';
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OFFICE_TYPES = [
  { folder: 'word/', ending: 'docx', type: `${OFFICE}.wordprocessingml.document` },
  { folder: 'xl/', ending: 'xlsx', type: `${OFFICE}.spreadsheetml.sheet` },
  { folder: 'ppt/', ending: 'pptx', type: `${OFFICE}.presentationml.presentation` },
] as const;

/** Office files are ZIP archives with a table of contents of their own; other archives have none. */
function officeType(head: Uint8Array, { name }: FileHint): string | null {
  const text = latin(head, 0, head.length);
  if (!text.includes('[Content_Types].xml') && !text.includes('_rels/.rels')) return null;
  const ending = endingOf(name);
  const found =
    OFFICE_TYPES.find(({ folder }) => text.includes(folder)) ??
    OFFICE_TYPES.find((type) => type.ending === ending);
  return found?.type ?? null;
}

/** The old formats share one container and can't be told apart by their beginning. */
function oldOfficeType({ name }: FileHint): string | null {
  switch (endingOf(name)) {
    case 'doc':
      return 'application/msword';
    case 'xls':
      return 'application/vnd.ms-excel';
    case 'ppt':
      return 'application/vnd.ms-powerpoint';
    default:
      return null;
  }
}

/** Tabs and line ends occur in texts, other control characters do not; UTF-16 says so first. */
function isText(head: Uint8Array): boolean {
  const isWide = /^(?:\xff\xfe|\xfe\xff)/.test(latin(head, 0, 2));
  return isWide || head.every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13) || byte === 0x1b);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte);
  return text;
}

export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
