import { SEND_KINDS } from '#shared/attachments/plan.ts';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { FileToSend } from '../sending/send-file.ts';
import type { Outgoing } from './outgoing-schema.ts';

type OfLibrary = Omit<FileToSend, 'chatId' | 'replyToWamid'>;

/** The file of the library that a message names; undefined where it names none. */
export function fileIn(body: Outgoing): OfLibrary | undefined {
  const sendAs = SEND_KINDS.find((kind) => kind === body.type);
  const file = objectOf(body);
  if (sendAs === undefined || file?.id === undefined) return undefined;
  return {
    sendAs,
    mediaId: asId<MediaId>(file.id),
    caption: file.caption ?? '',
    filename: file.filename ?? null,
    isVoice: file.voice ?? null,
  };
}

interface NamedFile {
  readonly id?: number | undefined;
  readonly caption?: string | undefined;
  readonly filename?: string | undefined;
  readonly voice?: boolean | undefined;
}

function objectOf(body: Outgoing): NamedFile | undefined {
  switch (body.type) {
    case 'image':
      return body.image;
    case 'video':
      return body.video;
    case 'audio':
      return body.audio;
    case 'document':
      return body.document;
    case 'sticker':
      return body.sticker;
    case 'text':
    case 'location':
    case 'contacts':
    case 'interactive':
    case 'template':
    case 'reaction':
      return undefined;
    default:
      return unreachable(body);
  }
}
