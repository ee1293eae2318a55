import { z } from 'zod';

const time = z.int().positive();

/** What the owner may do with chats, one or many. Times in milliseconds since 1970. */
export const chatChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pin') }),
  z.strictObject({ kind: z.literal('unpin') }),
  /** Null: until the owner says otherwise. */
  z.strictObject({ kind: z.literal('mute'), until: time.nullable() }),
  z.strictObject({ kind: z.literal('unmute') }),
  z.strictObject({ kind: z.literal('resolve') }),
  z.strictObject({ kind: z.literal('reopen') }),
  z.strictObject({ kind: z.literal('snooze'), until: time }),
  z.strictObject({ kind: z.literal('snooze_until_reply') }),
  z.strictObject({ kind: z.literal('wake') }),
  z.strictObject({ kind: z.literal('mark_unread') }),
  z.strictObject({ kind: z.literal('mark_read') }),
]);
export type ChatChange = z.infer<typeof chatChangeSchema>;

/** A mute without an end. */
export const FOREVER = 8_640_000_000_000_000;

const chatId = z.int().positive();
const count = z.int().nonnegative();

/** What a change replaced in one chat: enough to undo that change and nothing else. */
export const formerChatSchema = z.discriminatedUnion('aspect', [
  z.strictObject({ aspect: z.literal('pin'), chatId, pinnedAt: count.nullable() }),
  z.strictObject({ aspect: z.literal('mute'), chatId, mutedUntil: count.nullable() }),
  z.strictObject({
    aspect: z.literal('shelf'),
    chatId,
    isResolved: z.boolean(),
    snoozedUntil: count.nullable(),
    snoozedUntilReply: z.boolean(),
    /** A chat in which the customer wrote since then stays open. */
    lastInboundAt: count.nullable(),
  }),
  z.strictObject({
    aspect: z.literal('reading'),
    chatId,
    isMarkedUnread: z.boolean(),
    readUpTo: count,
  }),
]);
export type FormerChat = z.infer<typeof formerChatSchema>;

/** How many chats a view holds; of `all` and `resolved` nobody needs the number. */
export interface ChatCounts {
  readonly unread: number;
  readonly waiting: number;
  readonly closing: number;
  readonly failed: number;
  readonly snoozed: number;
}
