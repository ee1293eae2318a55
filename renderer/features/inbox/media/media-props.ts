import type { MessageContent } from '#shared/models/message-content.ts';
import type { MediaFile } from '#shared/models/media-file.ts';
import type { Message } from '#shared/models/message.ts';

export type MediaContent = Extract<MessageContent, { readonly kind: 'media' }>;

/** A file that is here, in its message. */
export interface MediaProps {
  readonly message: Message;
  readonly content: MediaContent;
  readonly file: MediaFile;
}
