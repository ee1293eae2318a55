import type { ChatId, ContactId, MessageId } from '#shared/ids.ts';

/** What a commit changed, for whoever must show it or act on it. Ids only. */
export type Change =
  | { readonly kind: 'chat'; readonly chatId: ChatId }
  /** A person changed, came, or went. */
  | { readonly kind: 'contact'; readonly contactId: ContactId }
  | { readonly kind: 'message'; readonly chatId: ChatId; readonly messageId: MessageId }
  /** A customer wrote just now (not: history was imported). */
  | { readonly kind: 'message_arrived'; readonly chatId: ChatId; readonly messageId: MessageId }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'account' }
  | { readonly kind: 'preferences' }
  /** A label came, went, or looks different. */
  | { readonly kind: 'labels' }
  | { readonly kind: 'import' }
  /** A template or a draft of one came, went, or is not what it was. */
  | { readonly kind: 'templates' }
  /** What the owner noted in a chat's thread. */
  | { readonly kind: 'notes'; readonly chatId: ChatId }
  /** Somebody was blocked or unblocked. */
  | { readonly kind: 'blocks' }
  /** A segment came, went, or asks something else. */
  | { readonly kind: 'segments' };
