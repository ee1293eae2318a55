import { createHash } from 'node:crypto';
import { unreachable } from '#shared/unreachable.ts';
import { bouquet } from './bouquet.ts';
import { flowerClip } from './clip.ts';
import { silentVoiceNote } from './voice-note.ts';
import { note } from './pdf.ts';
import { petalSticker } from './sticker.ts';

export interface GeneratedFile {
  readonly id: string;
  readonly bytes: Buffer;
  readonly mimeType: string;
  /** Base64, as in webhooks. Source: meta-platform §2.4. */
  readonly sha256: string;
}

export type GeneratedKind = 'image' | 'audio' | 'document' | 'sticker' | 'video';

/** Files that customers send. Each is made once, when somebody first mentions or opens it. */
export interface GeneratedFiles {
  get(kind: GeneratedKind, variant: number): GeneratedFile;
  /** Undefined for ids of anything else. */
  find(id: string): GeneratedFile | undefined;
}

/** Few enough that a whole history can be told without drawing for long. */
export const VARIANTS = 8;

/** The id says what to make, so it resolves after any restart. */
const PREFIX: Readonly<Record<GeneratedKind, string>> = {
  image: '71',
  audio: '72',
  document: '73',
  sticker: '74',
  video: '76',
};
const KINDS: readonly GeneratedKind[] = ['image', 'audio', 'document', 'sticker', 'video'];

export function createGeneratedFiles(): GeneratedFiles {
  const made = new Map<string, GeneratedFile>();

  function get(kind: GeneratedKind, variant: number): GeneratedFile {
    const number = variant % VARIANTS;
    const id = PREFIX[kind] + String(number).padStart(7, '0');
    const file = made.get(id) ?? { id, ...make(kind, number) };
    made.set(id, file);
    return file;
  }

  return {
    get,
    find(id) {
      if (!/^\d{9}$/.test(id)) return undefined;
      const kind = KINDS.find((one) => id.startsWith(PREFIX[one]));
      const variant = Number(id.slice(2));
      return kind === undefined || variant >= VARIANTS ? undefined : get(kind, variant);
    },
  };
}

function make(kind: GeneratedKind, variant: number): Omit<GeneratedFile, 'id'> {
  const { bytes, mimeType } = draw(kind, variant);
  return { bytes, mimeType, sha256: createHash('sha256').update(bytes).digest('base64') };
}

function draw(kind: GeneratedKind, variant: number): { bytes: Buffer; mimeType: string } {
  switch (kind) {
    case 'image':
      return { bytes: bouquet(variant), mimeType: 'image/png' };
    case 'audio':
      return { bytes: silentVoiceNote(3 + variant), mimeType: 'audio/ogg; codecs=opus' };
    case 'document':
      return { bytes: note(variant), mimeType: 'application/pdf' };
    case 'sticker':
      return { bytes: petalSticker(variant), mimeType: 'image/webp' };
    case 'video':
      return { bytes: flowerClip(variant), mimeType: 'video/mp4' };
    default:
      return unreachable(kind);
  }
}
