import type { Chat } from '#shared/models/chat.ts';
import type { Contact } from '#shared/models/contact.ts';
import type { Message } from '#shared/models/message.ts';
import { WINDOW_MS } from '#shared/window.ts';
import { aChat, aMessage, messageId } from './builders.ts';
import { EVERY_KIND } from './fake-content.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Names as they come: accents, Arabic, numbers only, very long ones. */
const NAMES = [
  'Mariana Oliveira',
  'Tomasz Kowalski',
  'Aisha Rahman',
  'Little Bakery',
  'Sofía Núñez',
  'James Whitfield',
  'نور منصور',
  'Hotel Vienna',
  'Priya Desai',
  '@camille.b',
  'Donaudampfschifffahrtsgesellschaft Kapitänswitwe Maria Theresia von und zu Hohenberg',
  '+4915112345678',
  '王小明',
  'Ωmega Ltd',
  'عبد الرحمن بن محمد الأنصاري',
] as const;

export interface World {
  readonly chats: Map<number, Chat>;
  readonly threads: Map<number, Message[]>;
  /** Of the contact list. */
  readonly people: Map<number, Contact>;
}

/** About sixty chats: all kinds of messages in one, 3,000 messages in another, failures, drafts. */
export function aWorld(now: number): World {
  const world: World = { chats: new Map(), threads: new Map(), people: new Map() };
  for (let index = 0; index < 60; index += 1) {
    const id = index + 1;
    const name = NAMES[index] ?? `${NAMES[index % NAMES.length] ?? 'Customer'} ${index}`;
    const endedAgo = index < 5 ? index * 21 * MINUTE : (index - 4) * 11 * HOUR;
    const messages = aThread(id, now - endedAgo);
    world.threads.set(id, messages);
    const chat = aChat(id, {
      unreadCount: [0, 2, 1, 0, 1, 0, 14][index] ?? 0,
      draft: index === 7 ? 'about the lobby arrangement, we could' : '',
    });
    const contact = {
      ...chat.contact,
      name,
      username: name.startsWith('@') ? name.slice(1) : null,
      phone: name.startsWith('@') ? null : chat.contact.phone,
      isBlocked: index === 12,
      optedOut: index === 8,
    };
    world.chats.set(id, summed({ ...chat, contact }, messages));
  }
  const soon = world.chats.get(3);
  if (soon !== undefined) world.chats.set(3, { ...soon, windowExpiresAt: now + 72 * MINUTE });
  const lastHour = world.chats.get(5);
  if (lastHour !== undefined) {
    world.chats.set(5, { ...lastHour, windowExpiresAt: now + 34 * MINUTE });
  }
  return world;
}

/** The row of a chat as its messages make it. */
export function summed(chat: Chat, messages: readonly Message[]): Chat {
  const last = messages.at(-1);
  const lastInbound = messages.findLast(({ direction }) => direction === 'inbound');
  return {
    ...chat,
    lastMessageAt: last?.timestamp ?? null,
    lastInboundAt: lastInbound?.timestamp ?? null,
    windowExpiresAt: lastInbound === undefined ? null : lastInbound.timestamp + WINDOW_MS,
    preview:
      last === undefined
        ? null
        : {
            messageId: last.id,
            direction: last.direction,
            type: last.type,
            text: last.text,
            status: last.status,
          },
  };
}

function aThread(chat: number, end: number): Message[] {
  if (chat === 1) return theShowcase(end);
  if (chat === 2) return theLongOne(end);
  if (chat === 7) return theArabicOne(end);
  if (chat === 4) return everyKind(end);
  if (chat === 6) return [own(chat, 1, end, 'Your order is ready to collect.', 'read')];
  return [
    own(chat, 1, end - 9 * MINUTE, 'Good morning! Your flowers are ready.', 'read'),
    theirs(chat, 2, end - 4 * MINUTE, 'Perfect, see you tomorrow then'),
    theirs(chat, 3, end, 'Is the shop open on Monday?'),
  ];
}

function theShowcase(end: number): Message[] {
  const yesterday = end - DAY;
  const question = theirs(
    1,
    2,
    yesterday + 20 * MINUTE,
    'Yes please! And could you send me the invoice for the last order?',
  );
  return [
    own(
      1,
      1,
      yesterday,
      'Hi Mariana, the white peonies arrive on Thursday. Shall I keep two bunches for you? 🌸',
      'read',
    ),
    question,
    {
      ...own(1, 3, end - 90 * MINUTE, 'Invoice 2026-1187.pdf', 'read'),
      type: 'document',
      content: EVERY_KIND[3]?.content ?? question.content,
      reactions: [{ actor: 'customer', emoji: '🙏' }],
      quote: {
        id: question.id,
        wamid: 'wamid.q',
        direction: 'inbound',
        type: 'text',
        text: question.text,
        authorName: 'Mariana Oliveira',
      },
    },
    theirs(1, 4, end - 20 * MINUTE, 'Thank you! Could you also add a card?'),
    theirs(1, 5, end - 19 * MINUTE, 'It should say “Happy birthday, vó!”'),
    theirs(
      1,
      6,
      end - 18 * MINUTE,
      'This is the shop I meant: https://flowers.example/cards?size=large (the small ones).',
    ),
    own(1, 7, end - 9 * MINUTE, 'We close at 18:00 on Saturday. The card is on us.', 'delivered'),
    own(1, 8, end - 8 * MINUTE, 'See you then', 'sent'),
    {
      ...own(1, 9, end - 3 * MINUTE, 'Here is a picture of the bouquet', 'failed'),
      error: {
        code: 131047,
        title: 'more than 24 hours have passed since the customer wrote.',
        advice: 'Wait until they write again, or send an approved template.',
      },
    },
    own(1, 10, end - 2 * MINUTE, 'Did my last message arrive?', 'unknown'),
    own(1, 11, end, 'One moment', 'queued'),
  ];
}

function theLongOne(end: number): Message[] {
  const messages: Message[] = [];
  for (let index = 3000; index > 0; index -= 1) {
    const id = 20_000 + 3001 - index;
    const at = end - (index - 1) * 13 * MINUTE;
    const text = `Line ${3001 - index}${index % 7 === 0 ? `: ${'and some more words '.repeat(index % 23)}` : ''}`;
    messages.push(index % 3 === 0 ? own(2, id, at, text, 'read') : theirs(2, id, at, text));
  }
  return messages;
}

function theArabicOne(end: number): Message[] {
  return [
    own(7, 1, end - 12 * MINUTE, 'مرحبا نور، طلبك جاهز للاستلام.', 'read'),
    theirs(7, 2, end - 2 * MINUTE, 'شكرا جزيلا! الورد جميل جدا'),
    theirs(7, 3, end, 'هل يمكنني أن آتي بعد الساعة الخامسة مساء اليوم لأستلم الباقة مع البطاقة؟'),
  ];
}

function everyKind(end: number): Message[] {
  return EVERY_KIND.map((kind, index) => ({
    ...(index % 4 === 3
      ? own(4, index + 1, end - (20 - index) * 2 * MINUTE, kind.text, 'read')
      : theirs(4, index + 1, end - (20 - index) * 2 * MINUTE, kind.text)),
    type: kind.type,
    content: kind.content,
  }));
}

function theirs(chat: number, id: number, timestamp: number, text: string): Message {
  return aMessage(globalId(chat, id), { ...inChat(chat), timestamp, text });
}

function own(
  chat: number,
  id: number,
  timestamp: number,
  text: string,
  status: Message['status'],
): Message {
  return aMessage(globalId(chat, id), {
    ...inChat(chat),
    timestamp,
    text,
    status,
    direction: 'outbound',
  });
}

function inChat(chat: number): Pick<Message, 'chatId'> {
  return { chatId: aChat(chat).id };
}

function globalId(chat: number, id: number): number {
  return messageId(chat * 100_000 + id);
}
