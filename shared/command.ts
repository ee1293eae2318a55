import { z } from 'zod';
import { asId } from './ids.ts';
import type {
  AccountId,
  AttachmentId,
  BlockId,
  ChatId,
  ContactId,
  CustomFieldId,
  ImportId,
  LabelId,
  MediaId,
  MergeId,
  MessageId,
  NoteId,
  QuickReplyId,
  SavedPlaceId,
  ScheduledId,
  TemplateDraftId,
  TemplateId,
  SegmentId,
} from './ids.ts';
import type { JsonSafe } from './json.ts';

/** One command: what it takes and what it answers. */
export interface Command<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Exists for the compiler alone: carries the answer's type. */
  readonly output?: Output;
}

export function answering<Output>() {
  return <Input extends z.ZodType>(
    input: Input,
  ): Command<Input, JsonSafe<Output> extends never ? never : Output> => ({ input });
}

const id = z.int().positive();
export const blockId = id.transform((value) => asId<BlockId>(value));
export const accountId = id.transform((value) => asId<AccountId>(value));
export const attachmentId = id.transform((value) => asId<AttachmentId>(value));
export const chatId = id.transform((value) => asId<ChatId>(value));
export const contactId = id.transform((value) => asId<ContactId>(value));
export const customFieldId = id.transform((value) => asId<CustomFieldId>(value));
export const importId = id.transform((value) => asId<ImportId>(value));
export const labelId = id.transform((value) => asId<LabelId>(value));
export const mediaId = id.transform((value) => asId<MediaId>(value));
export const messageId = id.transform((value) => asId<MessageId>(value));
export const mergeId = id.transform((value) => asId<MergeId>(value));
export const noteId = id.transform((value) => asId<NoteId>(value));
export const quickReplyId = id.transform((value) => asId<QuickReplyId>(value));
export const savedPlaceId = id.transform((value) => asId<SavedPlaceId>(value));
export const scheduledId = id.transform((value) => asId<ScheduledId>(value));
export const templateId = id.transform((value) => asId<TemplateId>(value));
export const templateDraftId = id.transform((value) => asId<TemplateDraftId>(value));
export const segmentId = id.transform((value) => asId<SegmentId>(value));
export const nothing = z.strictObject({});
export const pageSize = z.int().min(1).max(200);
