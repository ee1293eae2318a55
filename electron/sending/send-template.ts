import type { ChatId, MediaId, MessageId } from '#shared/ids.ts';
import type { JsonObject } from '#shared/json.ts';
import type { WriteTx } from '../store/store.ts';
import { checkedContent } from './checked-content.ts';
import { putInOutbox, queueMessage } from './compose.ts';
import { chatForWriting } from './may-write.ts';
import { withHeaderFile } from './template-file.ts';

export interface TemplateToSend {
  readonly chatId: ChatId;
  /** As the Cloud API takes it; a file of the library stands in its header without an id. */
  readonly template: JsonObject;
  readonly mediaId: MediaId | null;
}

/** Stands for the id that Meta gives when the file is there. */
const TO_COME = 'to-come';

/** Puts a template on its way, inside the caller's transaction. Throws FrontdeskError as `sendMessage` does. */
export function queueTemplate(
  tx: WriteTx,
  { chatId, template, mediaId }: TemplateToSend,
  now: number,
): MessageId {
  const message = { chatId, type: 'template', content: template, replyToWamid: null } as const;
  if (mediaId === null) return queueMessage(tx, message, now);
  checkedContent('template', withHeaderFile(template, TO_COME));
  const { accountId } = chatForWriting(tx, chatId, message, now);
  return putInOutbox(tx, { ...message, mediaId }, accountId, now);
}
