import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, ContactId, MessageId } from '#shared/ids.ts';
import type { Account } from '#shared/models/account.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Message } from '#shared/models/message.ts';

export function chatId(id: number): ChatId {
  return asId<ChatId>(id);
}

export function messageId(id: number): MessageId {
  return asId<MessageId>(id);
}

export function aChat(id: number, changes: Partial<Chat> = {}): Chat {
  return {
    id: chatId(id),
    accountId: asId<AccountId>(1),
    accountName: 'Casa Verde Flores',
    contact: {
      id: asId<ContactId>(id),
      name: `Customer ${id}`,
      phone: `+55119${String(id).padStart(8, '0')}`,
      username: null,
      bsuid: null,
      isBlocked: false,
      optedOut: false,
    },
    isGroup: false,
    preview: null,
    lastMessageAt: null,
    lastInboundAt: null,
    unreadCount: 0,
    isResolved: false,
    windowExpiresAt: null,
    draft: '',
    pinnedAt: null,
    mutedUntil: null,
    snoozedUntil: null,
    snoozedUntilReply: false,
    isMarkedUnread: false,
    isWaiting: false,
    failedCount: 0,
    labels: [],
    noteDraft: '',
    ...changes,
  };
}

export function aMessage(id: number, changes: Partial<Message> = {}): Message {
  const text = changes.text ?? `Message ${id}`;
  return {
    id: messageId(id),
    chatId: chatId(1),
    wamid: `wamid.${id}`,
    direction: 'inbound',
    origin: changes.direction === 'outbound' ? 'frontdesk' : 'customer',
    type: 'text',
    text,
    content: { kind: 'text', body: text },
    status: changes.direction === 'outbound' ? 'sent' : 'received',
    error: null,
    quote: null,
    reactions: [],
    timestamp: id * 60_000,
    isForwarded: false,
    isDeleted: false,
    isEdited: false,
    isStarred: false,
    senderName: null,
    extras: { isForwardedOften: false, firstWording: null, referral: null, productId: null },
    nextAttemptAt: null,
    ...changes,
  };
}

export function anAccount(changes: Partial<Account> = {}): Account {
  return {
    id: asId<AccountId>(1),
    name: 'Casa Verde Flores',
    phoneNumberId: '1001',
    wabaId: '2001',
    displayPhoneNumber: '+5511988776655',
    profileName: 'Casa Verde Flores',
    isActive: true,
    isPractice: true,
    hasAccessToken: true,
    hasAppSecret: true,
    lastWebhookAt: null,
    createdAt: 0,
    ...changes,
  };
}
