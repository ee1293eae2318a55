import type { SendKind } from '../attachments/plan.ts';
import type { AttachmentId, ChatId } from '../ids.ts';
import type { MediaFile } from './media-file.ts';

/** A file that stands in a chat's field, ready to be sent. */
export interface Attachment {
  readonly id: AttachmentId;
  readonly chatId: ChatId;
  readonly name: string;
  readonly mimeType: string;
  readonly sendAs: SendKind;
  readonly isVoice: boolean;
  readonly caption: string;
  readonly file: MediaFile;
}
