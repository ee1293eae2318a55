import { unreachable } from '../unreachable.ts';

/** What a file can be in a chat. Source: meta-platform §1.3. */
export const SEND_KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;
export type SendKind = (typeof SEND_KINDS)[number];

/** Whether Meta means 1000² or 1024² by MB is not known: the smaller one always holds. Source: meta-platform §5.5. */
const MB = 1_000_000;

export const MAX_FILE_BYTES = 100 * MB;

const LIMIT_BYTES: Readonly<Record<SendKind, number>> = {
  image: 5 * MB,
  video: 16 * MB,
  audio: 16 * MB,
  document: MAX_FILE_BYTES,
  sticker: 500_000,
};

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The types that Meta takes under each kind. Source: meta-platform §5.5. */
const TYPES: Readonly<Record<Exclude<SendKind, 'document'>, readonly string[]>> = {
  image: ['image/jpeg', 'image/png'],
  video: ['video/mp4', 'video/3gpp'],
  audio: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
  sticker: ['image/webp'],
};

/** As a document goes what goes as anything else, and these. Source: meta-platform §1.7, §5.5. */
const PAPERS: readonly string[] = [
  'text/plain',
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
];

export interface FileFacts {
  /** As `contentType` found it. */
  readonly mimeType: string | null;
  readonly bytes: number;
}

/** Why a file can't go as it is. */
export type FileProblem =
  | 'empty'
  | 'too_large'
  | 'type_not_taken'
  | 'image_type'
  | 'image_too_large'
  | 'video_type'
  | 'video_too_large'
  | 'audio_type'
  | 'audio_too_large'
  | 'sticker_type'
  | 'sticker_too_large';

/** What may be done about it: another picture or sound made of it, or the file as it is, as a document. */
export type FileOffer = 'reencode' | 'convert_sound' | 'document';

export type FilePlan =
  | { readonly kind: 'ready'; readonly sendAs: SendKind; readonly mimeType: string }
  /** Can't go as it is. Without offers: not at all. */
  | {
      readonly kind: 'problem';
      readonly problem: FileProblem;
      readonly offers: readonly FileOffer[];
    };

/**
 * What a file would be sent as by Meta's table of types and sizes, or why not and what can be done.
 *
 * @param wish what the sender wants it to be; null: whatever shows it best
 */
export function planFile({ mimeType, bytes }: FileFacts, wish: SendKind | null): FilePlan {
  if (bytes === 0) return problem('empty');
  if (bytes > MAX_FILE_BYTES) return problem('too_large');
  if (mimeType === null) return problem('type_not_taken');
  const kind = wish ?? naturalKind(mimeType);
  if (!takes(kind, mimeType)) return wrongType(kind, mimeType);
  if (bytes <= LIMIT_BYTES[kind]) return { kind: 'ready', sendAs: kind, mimeType };
  switch (kind) {
    case 'image':
      return problem('image_too_large', ['reencode', 'document']);
    case 'video':
      return problem('video_too_large', ['document']);
    case 'audio':
      return problem('audio_too_large', ['convert_sound', 'document']);
    case 'sticker':
      return problem('sticker_too_large', ['reencode', 'document']);
    case 'document':
      return problem('too_large');
    default:
      return unreachable(kind);
  }
}

function naturalKind(mimeType: string): SendKind {
  const family = mimeType.split('/')[0];
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
}

export function takes(kind: SendKind, mimeType: string): boolean {
  if (kind !== 'document') return TYPES[kind].includes(mimeType);
  return PAPERS.includes(mimeType) || Object.values(TYPES).some((all) => all.includes(mimeType));
}

function wrongType(kind: SendKind, mimeType: string): FilePlan {
  const asDocument: readonly FileOffer[] = takes('document', mimeType) ? ['document'] : [];
  switch (kind) {
    case 'image':
      return problem('image_type', ['reencode', ...asDocument]);
    case 'video':
      return problem('video_type', asDocument);
    case 'audio':
      return problem('audio_type', ['convert_sound', ...asDocument]);
    case 'sticker':
      return problem('sticker_type', asDocument);
    case 'document':
      return problem('type_not_taken');
    default:
      return unreachable(kind);
  }
}

function problem(why: FileProblem, offers: readonly FileOffer[] = []): FilePlan {
  return { kind: 'problem', problem: why, offers };
}

export function limitOf(kind: SendKind): number {
  return LIMIT_BYTES[kind];
}

/** Stickers and sounds have none. Source: meta-platform §1.3. */
export function takesCaption(kind: SendKind): boolean {
  return kind === 'image' || kind === 'video' || kind === 'document';
}
