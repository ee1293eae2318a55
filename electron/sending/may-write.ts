import { FrontdeskError } from '#shared/errors.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Json } from '#shared/json.ts';
import { canReplyFreely, windowExpiry } from '#shared/window.ts';
import { openChat } from '../store/outgoing.ts';
import type { OpenChat } from '../store/outgoing.ts';
import type { Reader } from '../store/store.ts';
import { isOffer } from './suppressed.ts';

/**
 * The chat, if a message of this type may go into it now. Throws FrontdeskError `not_found`,
 * `account_inactive`, `contact_blocked`, for an offer `opted_out` and for anything else `window_closed`.
 */
export function chatForWriting(
  db: Reader,
  chatId: ChatId,
  message: { readonly type: string; readonly content: Json },
  now: number,
): OpenChat {
  const chat = writableChat(db, chatId);
  if (chat.isOptedOut && isOffer(db, chat.accountId, message)) {
    throw new FrontdeskError(
      'opted_out',
      'This person wants no offers, so no marketing template is sent to them. When they write, you can answer; they can also let you send offers again.',
    );
  }
  if (message.type !== 'template') requireOpenWindow(chat, now);
  return chat;
}

/** The chat, if something may be written into it as soon as its window is open. Throws likewise. */
export function writableChat(db: Reader, chatId: ChatId): OpenChat {
  const chat = openChat(db, chatId);
  if (chat === undefined) throw new FrontdeskError('not_found', `There is no chat ${chatId}.`);
  if (!chat.isAccountActive) {
    throw new FrontdeskError(
      'account_inactive',
      `The number “${chat.accountName}” is not connected any more, so nothing can be sent from it. Connect it again under Settings, Numbers.`,
    );
  }
  if (chat.isBlocked) {
    throw new FrontdeskError(
      'contact_blocked',
      'You have blocked this person, so WhatsApp takes no messages for them. Unblock them first.',
    );
  }
  return chat;
}

function requireOpenWindow({ windowOpenedAt }: OpenChat, now: number): void {
  const expiresAt = windowExpiry(windowOpenedAt);
  if (canReplyFreely(expiresAt, now)) return;
  throw new FrontdeskError(
    'window_closed',
    expiresAt === null
      ? 'This person has not written to you yet. WhatsApp wants the first message to be an approved template.'
      : 'More than 24 hours have passed since this person last wrote. Send an approved template; when they answer, you can write freely again.',
  );
}
