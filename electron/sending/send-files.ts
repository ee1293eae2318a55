import { takesCaption } from '#shared/attachments/plan.ts';
import { FrontdeskError } from '#shared/errors.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import { MAX_CAPTION_LENGTH } from '#shared/limits.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import { listAttachments, removeAttachment } from '../store/draft-attachments.ts';
import { clearDraft } from '../store/outgoing.ts';
import { queueMessage, wamidToQuote } from './compose.ts';
import type { Composing, NewOutgoing } from './compose.ts';
import { fileContent } from './file-content.ts';

export interface FilesToSend {
  readonly chatId: ChatId;
  /** What is written in the field. */
  readonly body: string;
  readonly replyTo: MessageId | null;
  /** How long they wait before they leave, so that the owner can take them back. */
  readonly delayMs?: number;
}

/**
 * Sends the files that stand in a chat's field, one message each, in their order and in one
 * transaction; the field is empty afterwards. What is written there becomes the caption of the first
 * file that can have one and has none, as in WhatsApp; where there is no such file, or it is too
 * long for a caption, it goes ahead as a text. Answers the messages in their order.
 *
 * Throws FrontdeskError `bad_input` without files, or as any message; then nothing was changed.
 */
export function sendFiles(deps: Composing, files: FilesToSend): MessageId[] {
  const { chatId, replyTo, delayMs = 0 } = files;
  return deps.store.write((tx) => {
    const attachments = listAttachments(tx, chatId);
    if (attachments.length === 0) {
      throw new FrontdeskError('bad_input', 'There is no file to send. Attach one first.');
    }
    const quoted = replyTo === null ? null : wamidToQuote(tx, chatId, replyTo);
    const ids = messagesOf(chatId, attachments, files.body).map((message, index) =>
      queueMessage(
        tx,
        { ...message, replyToWamid: index === 0 ? quoted : null },
        deps.clock(),
        delayMs,
      ),
    );
    for (const attachment of attachments) removeAttachment(tx, attachment);
    clearDraft(tx, chatId);
    return ids;
  });
}

type Unquoted = Omit<NewOutgoing, 'replyToWamid'>;

function messagesOf(chatId: ChatId, attachments: readonly Attachment[], body: string): Unquoted[] {
  const captioned = captionTaker(attachments, body);
  const files = attachments.map((attachment): Unquoted => {
    const caption = attachment === captioned ? body : attachment.caption.trim();
    const content = fileContent(attachment, caption);
    return { chatId, type: attachment.sendAs, content, mediaId: attachment.file.id };
  });
  if (body === '' || captioned !== undefined) return files;
  return [{ chatId, type: 'text', content: { body } }, ...files];
}

function captionTaker(attachments: readonly Attachment[], body: string): Attachment | undefined {
  if (body === '' || body.length > MAX_CAPTION_LENGTH) return undefined;
  return attachments.find(({ sendAs, caption }) => takesCaption(sendAs) && caption.trim() === '');
}
