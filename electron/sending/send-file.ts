import { attachmentName } from '#shared/attachments/document-name.ts';
import { fileRefused } from '#shared/attachments/file-refused.ts';
import { planFile } from '#shared/attachments/plan.ts';
import type { SendKind } from '#shared/attachments/plan.ts';
import { FrontdeskError } from '#shared/errors.ts';
import type { ChatId, MediaId, MessageId } from '#shared/ids.ts';
import { findPresentFile } from '../store/own-files.ts';
import { queueMessage } from './compose.ts';
import type { Composing } from './compose.ts';
import { fileContent } from './file-content.ts';

export interface FileToSend {
  readonly chatId: ChatId;
  readonly sendAs: SendKind;
  readonly mediaId: MediaId;
  readonly caption: string;
  /** Null: its own. */
  readonly filename: string | null;
  /** Null: as it was recorded. */
  readonly isVoice: boolean | null;
  readonly replyToWamid: string | null;
}

/**
 * Sends a file that lies on this computer. Throws FrontdeskError `not_found`, `file_refused`, or as
 * any message; then nothing was stored.
 */
export function sendFile({ store, clock }: Composing, message: FileToSend): MessageId {
  const { chatId, sendAs, mediaId, caption, replyToWamid } = message;
  return store.write((tx) => {
    const file = findPresentFile(tx, mediaId);
    if (file === undefined) throw new FrontdeskError('not_found', `There is no file ${mediaId}.`);
    // As a customer's file may have it: "audio/ogg; codecs=opus".
    const mimeType = file.mimeType?.split(';')[0]?.trim() ?? '';
    const plan = planFile({ mimeType, bytes: file.bytes }, sendAs);
    if (plan.kind === 'problem') throw fileRefused(plan.problem);
    const name = attachmentName(message.filename ?? file.name ?? '', mimeType);
    const isVoice = message.isVoice ?? file.isVoice;
    const content = fileContent({ sendAs, name, isVoice }, caption);
    return queueMessage(tx, { chatId, type: sendAs, content, mediaId, replyToWamid }, clock());
  });
}
