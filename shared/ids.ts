/**
 * Row ids carry their table in the type, so that a chat's id can't be passed where a message's is
 * meant. At run time they are plain integers; over REST they are the ids of the database.
 */
declare const table: unique symbol;
type Id<Table extends string> = number & { readonly [table]: Table };

export type AccountId = Id<'account'>;
export type ContactId = Id<'contact'>;
export type ChatId = Id<'conversation'>;
export type MessageId = Id<'message'>;
export type MediaId = Id<'media'>;
export type WebhookLogId = Id<'webhook_log'>;
export type OutboxId = Id<'outbox'>;
export type ApiKeyId = Id<'api_key'>;
export type BlockId = Id<'blocked_user'>;
export type QuickReplyId = Id<'quick_reply'>;
export type AttachmentId = Id<'draft_attachment'>;
export type SavedPlaceId = Id<'saved_place'>;
export type ScheduledId = Id<'scheduled_message'>;
export type LabelId = Id<'label'>;
export type NoteId = Id<'note'>;
export type ImportId = Id<'import'>;
export type CustomFieldId = Id<'custom_field'>;
export type TemplateId = Id<'template'>;
export type TemplateDraftId = Id<'template_draft'>;
export type SegmentId = Id<'segment'>;
export type CampaignId = Id<'campaign'>;
export type MergeId = Id<'merge_log'>;

/**
 * Names the table of an id that comes from outside. The one place where an id gets its brand: a
 * brand exists for the compiler only, so nothing at run time could prove it.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which brand
export function asId<T extends Id<string>>(value: number): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is where the brand is put on
  return value as T;
}
