import { z } from 'zod';
import { chatFilterSchema } from './chat-filter.ts';
import {
  accountId,
  answering,
  attachmentId,
  chatId,
  labelId,
  mediaId,
  messageId,
  nothing,
  pageSize,
  quickReplyId,
  savedPlaceId,
  scheduledId,
} from './command.ts';
import { blockContract } from './contract-blocks.ts';
import { consentContract } from './contract-consent.ts';
import { contactListContract } from './contract-contact-list.ts';
import { contactContract } from './contract-contacts.ts';
import { fieldContract } from './contract-fields.ts';
import { importContract } from './contract-imports.ts';
import { labelContract } from './contract-labels.ts';
import { mergeContract } from './contract-merges.ts';
import { noteContract } from './contract-notes.ts';
import { segmentContract } from './contract-segments.ts';
import { sharedFileContract } from './contract-shared-files.ts';
import { templateContract } from './contract-templates.ts';
import type { MessageId, SavedPlaceId } from './ids.ts';
import { MAX_CAPTION_LENGTH, MAX_SEARCH_LENGTH, MAX_TEXT_LENGTH } from './limits.ts';
import type { Account } from './models/account.ts';
import type { Attachment } from './models/attachment.ts';
import type { Chat } from './models/chat.ts';
import type { FilesBeside, Message } from './models/message.ts';
import type { MessageHistory, ReplayReport } from './models/message-history.ts';
import type { ForwardOutcome } from './models/forward-outcome.ts';
import type { Note } from './models/note.ts';
import type { QuickReply } from './models/quick-reply.ts';
import type { SavedPlace } from './models/saved-place.ts';
import type { ScheduledMessage } from './models/scheduled-message.ts';
import type { SearchPage } from './models/search.ts';
import { composedSchema } from './outgoing/content.ts';
import { savedPlaceFields } from './saved-place.ts';
import { preferencesSchema } from './preferences.ts';
import type { Preferences } from './preferences.ts';
import { chatChangeSchema, formerChatSchema } from './triage.ts';
import type { ChatCounts, FormerChat } from './triage.ts';

const time = z.int().positive();
const textBody = z.string().trim().min(1).max(MAX_TEXT_LENGTH);

export interface AppStatus {
  readonly version: string;
  readonly accounts: readonly Account[];
  readonly unreadChats: number;
  /** The practice platform's customers are writing now. */
  readonly practiceRunning: boolean;
  /** Where the desktop can't protect secrets, or a browser shows the app: how they are kept instead. */
  readonly secretStorage: 'system' | 'key_file';
}

export interface ChatPage {
  readonly chats: readonly Chat[];
  readonly nextCursor: string | null;
}

/** Oldest first, as the screen reads. A null cursor means that this is the end in that direction. */
export interface MessagePage {
  readonly messages: readonly Message[];
  /** Those that stand from the first of these messages up to the one behind the last; oldest first. */
  readonly notes: readonly Note[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}

/** Newest message first. `superseded`: a newer question came before this one's turn. */
export interface FoundChats {
  readonly chats: readonly Chat[];
  readonly superseded: boolean;
}

/**
 * Every command that the renderer can give: the input is checked by its schema before a handler
 * sees it, the output is a promise of the types. A missing handler is a compile error in `ipc/`.
 */
export const contract = {
  ...blockContract,
  ...consentContract,
  ...contactContract,
  ...fieldContract,
  ...contactListContract,
  ...importContract,
  ...labelContract,
  ...mergeContract,
  ...noteContract,
  ...segmentContract,
  ...sharedFileContract,
  ...templateContract,
  'app.status': answering<AppStatus>()(nothing),
  'practice.start': answering<Account>()(nothing),
  'preferences.get': answering<Preferences>()(nothing),
  'preferences.set': answering<Preferences>()(preferencesSchema.partial()),
  'chats.page': answering<ChatPage>()(
    z.strictObject({
      filter: chatFilterSchema,
      /** With a label: the chats that carry it, wherever they were put; the filter does not count. */
      labelId: labelId.nullable().default(null),
      accountId: accountId.nullable(),
      cursor: z.string().nullable(),
      limit: pageSize,
    }),
  ),
  /** The given chats as they are now, for rows that an event named; unknown ids are left out. */
  'chats.byIds': answering<readonly Chat[]>()(
    z.strictObject({ chatIds: z.array(chatId).max(200) }),
  ),
  'chats.counts': answering<ChatCounts>()(z.strictObject({ accountId: accountId.nullable() })),
  /** Answers what it replaced, for `chats.restore`. Chats that are not there are left out. */
  'chats.change': answering<readonly FormerChat[]>()(
    z.strictObject({ chatIds: z.array(chatId).min(1).max(200), change: chatChangeSchema }),
  ),
  /** Undoes a change. */
  'chats.restore': answering<null>()(
    z.strictObject({ former: z.array(formerChatSchema).max(200) }),
  ),
  /** Chats of people whose name, number or username has this in it, newest message first. */
  'chats.find': answering<readonly Chat[]>()(
    z.strictObject({ text: z.string().trim().min(1).max(200), limit: pageSize }),
  ),
  'chats.markRead': answering<Chat>()(z.strictObject({ chatId })),
  /** Tells the customer that somebody writes. WhatsApp shows it for 25 s or until the reply. */
  'chats.typing': answering<null>()(z.strictObject({ chatId })),
  'drafts.save': answering<null>()(
    z.strictObject({ chatId, text: z.string().max(MAX_TEXT_LENGTH * 4) }),
  ),
  /** Without a cursor: the newest page. With `around`: the page that has this message inside. */
  'messages.page': answering<MessagePage>()(
    z.strictObject({
      chatId,
      older: z.string().nullable(),
      newer: z.string().nullable(),
      around: messageId.nullable(),
      limit: pageSize,
    }),
  ),
  'messages.byIds': answering<readonly Message[]>()(
    z.strictObject({ chatId, messageIds: z.array(messageId).max(200) }),
  ),
  'messages.sendText': answering<Message>()(
    z.strictObject({
      chatId,
      body: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
      replyTo: messageId.nullable(),
    }),
  ),
  /** What happened to one message: attempts, statuses, prices, papers. */
  'messages.history': answering<MessageHistory>()(z.strictObject({ messageId })),
  /** An empty emoji takes the reaction back. */
  'messages.react': answering<null>()(z.strictObject({ messageId, emoji: z.string().max(32) })),
  /** Sends a failed message again, or one whose fate is unknown when the owner says so. */
  'messages.retry': answering<Message>()(z.strictObject({ messageId })),
  /** Takes a message that has not left yet, or failed, out of the thread. */
  'messages.discard': answering<null>()(z.strictObject({ messageId })),
  /** Fetches a file again that was given up. */
  'media.retry': answering<null>()(z.strictObject({ mediaId })),
  /** No small picture can be drawn of this file; it is not tried again. */
  'media.noPreview': answering<null>()(z.strictObject({ mediaId })),
  /** The files of a chat that stand right before and after this message in its thread. */
  'media.beside': answering<FilesBeside>()(z.strictObject({ chatId, messageId })),
  /** In all history, or in one chat. `text` as the owner typed it, operators and all. */
  'search.messages': answering<SearchPage>()(
    z.strictObject({
      text: z.string().max(MAX_SEARCH_LENGTH),
      accountId: accountId.nullable(),
      chatId: chatId.nullable(),
      cursor: z.string().nullable(),
      limit: pageSize,
    }),
  ),
  /** Chats by the person's name, number or username. */
  'search.chats': answering<FoundChats>()(
    z.strictObject({
      text: z.string().max(MAX_SEARCH_LENGTH),
      accountId: accountId.nullable(),
      limit: pageSize,
    }),
  ),
  'messages.star': answering<null>()(z.strictObject({ messageId, isStarred: z.boolean() })),
  /** Takes a message out of this computer's sight, or brings it back. WhatsApp never knows. */
  'messages.hide': answering<null>()(z.strictObject({ messageId, isHidden: z.boolean() })),
  /** Takes a text that has not left yet back into the field. Answers its words. */
  'messages.takeBack': answering<string>()(z.strictObject({ messageId })),
  'quickReplies.list': answering<readonly QuickReply[]>()(nothing),
  /** A null id adds one. */
  'quickReplies.save': answering<QuickReply>()(
    z.strictObject({
      id: quickReplyId.nullable(),
      shortcut: z
        .string()
        .trim()
        .regex(/^[^\s/]{1,32}$/u, 'A name without spaces, of at most 32 letters.'),
      text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
    }),
  ),
  'quickReplies.remove': answering<null>()(z.strictObject({ id: quickReplyId })),
  /** The files in a chat's field, in the order in which they will leave. */
  'attachments.list': answering<readonly Attachment[]>()(z.strictObject({ chatId })),
  'attachments.caption': answering<null>()(
    z.strictObject({ attachmentId, caption: z.string().max(MAX_CAPTION_LENGTH) }),
  ),
  /** Puts a file at this place, counted from 0. Answers the chat's files in their new order. */
  'attachments.move': answering<readonly Attachment[]>()(
    z.strictObject({ attachmentId, position: z.int().min(0) }),
  ),
  'attachments.remove': answering<null>()(z.strictObject({ attachmentId })),
  /**
   * Sends the files in the chat's field, in their order, with what is written there as the caption
   * of the first that can have one and has none. Answers the messages, oldest first.
   */
  'messages.sendFiles': answering<readonly Message[]>()(
    z.strictObject({
      chatId,
      body: z.string().trim().max(MAX_TEXT_LENGTH),
      replyTo: messageId.nullable(),
    }),
  ),
  /** Everything that the screen puts together beside text and files. */
  'messages.send': answering<Message>()(
    z.strictObject({ chatId, message: composedSchema, replyTo: messageId.nullable() }),
  ),
  /** Gives a message on to other chats; each says for itself whether it took it. */
  'messages.forward': answering<readonly ForwardOutcome[]>()(
    z.strictObject({ messageId, chatIds: z.array(chatId).min(1).max(20) }),
  ),
  'savedPlaces.list': answering<readonly SavedPlace[]>()(nothing),
  /** A null id adds one. Answers its id. */
  'savedPlaces.save': answering<SavedPlaceId>()(
    z.strictObject({ id: savedPlaceId.nullable(), ...savedPlaceFields }),
  ),
  'savedPlaces.remove': answering<null>()(z.strictObject({ id: savedPlaceId })),
  /** Lets a held message wait until the customer writes; then it leaves by itself. */
  'messages.keepForReply': answering<null>()(z.strictObject({ messageId })),
  /** Applies the deliveries that name a message again, and says what that changed. */
  'messages.replay': answering<ReplayReport>()(z.strictObject({ messageId })),
  /** The first message of a chat that was written then or later; null when there is none. */
  'messages.firstSince': answering<MessageId | null>()(
    z.strictObject({ chatId, at: z.int().nonnegative() }),
  ),
  /** What is to leave into a chat, the next first. */
  'scheduled.list': answering<readonly ScheduledMessage[]>()(z.strictObject({ chatId })),
  'scheduled.add': answering<null>()(
    z.strictObject({ chatId, body: textBody, replyTo: messageId.nullable(), dueAt: time }),
  ),
  'scheduled.change': answering<null>()(
    z.strictObject({ id: scheduledId, body: textBody, dueAt: time }),
  ),
  'scheduled.sendNow': answering<Message>()(z.strictObject({ id: scheduledId })),
  'scheduled.cancel': answering<null>()(z.strictObject({ id: scheduledId })),
  /** Lets a number try again that was stopped. */
  'sending.resume': answering<null>()(z.strictObject({ accountId })),
  /** The network may be back: what waits for it need not wait any longer. */
  'sending.wake': answering<null>()(nothing),
} as const;

export type Contract = typeof contract;
export type CommandName = keyof Contract;
/** What a caller writes. */
export type CommandInput<C extends CommandName> = z.input<Contract[C]['input']>;
/** What a handler gets, after the check. */
export type CheckedInput<C extends CommandName> = z.output<Contract[C]['input']>;
export type CommandOutput<C extends CommandName> =
  NonNullable<Contract[C]['output']> | NullOutput<C>;

type NullOutput<C extends CommandName> = null extends Contract[C]['output'] ? null : never;
