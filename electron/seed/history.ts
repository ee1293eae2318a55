import { hash32, uint32Sequence } from '#shared/random.ts';
import type { Direction, MessageStatus, MessageType } from '#shared/models/message.ts';
import { chatSizes } from './chat-sizes.ts';
import { createSpeaker, type Draw, type Speaker } from './speech.ts';
import { corpora, type Corpus } from './words/corpus.ts';

export interface HistoryOptions {
  readonly chats: number;
  readonly messages: number;
  readonly seed: string;
  /** When the youngest message was written, in ms since 1970. */
  readonly now: number;
}

/** One person and everything written with them, the oldest first. */
export interface SeedChat {
  readonly name: string;
  /** Digits only. */
  readonly waId: string;
  /** E.164 with `+`. */
  readonly phone: string;
  readonly bsuid: string;
  readonly size: number;
  /** Made while it is read, so that a million messages never stand in memory. Reads once. */
  readonly messages: Iterable<SeedMessage>;
}

export interface SeedMessage {
  readonly wamid: string;
  readonly direction: Direction;
  readonly type: Extract<MessageType, 'text' | 'image' | 'audio' | 'document' | 'location'>;
  /** The text, the caption, the file name or the name of the place; may be empty. */
  readonly body: string;
  /** Milliseconds since 1970; ascending within a chat. */
  readonly timestamp: number;
  readonly status: MessageStatus;
}

const DAY = 86_400_000;
/** The shop's history reaches three years back. */
const SPAN = 3 * 365 * DAY;

/**
 * Synthetic history: the same for the same options, lazily made, with sizes, words and silences
 * spread as people spread them. Sizes add up to `messages`; the youngest message is from `now`.
 */
export function* generateHistory(options: HistoryOptions): Generator<SeedChat, void, void> {
  const sizes = chatSizes(options.chats, options.messages);
  const speakers = new Map(corpora.map((corpus) => [corpus, createSpeaker(corpus)]));
  for (const [index, size] of sizes.entries()) {
    const draw = uint32Sequence(`${options.seed}/${index}`);
    const corpus = corpora[draw() % corpora.length];
    const speaker = corpus === undefined ? undefined : speakers.get(corpus);
    if (corpus === undefined || speaker === undefined) return;
    const identity = identityOf(corpus, index, options.seed, draw);
    const endsAt = index === 0 ? options.now : options.now - silence(draw);
    const messages = messagesOf({ size, endsAt, waId: identity.waId, speaker, draw });
    yield { ...identity, size, messages };
  }
}

function identityOf(
  corpus: Corpus,
  index: number,
  seed: string,
  draw: Draw,
): Pick<SeedChat, 'name' | 'waId' | 'phone' | 'bsuid'> {
  const given = corpus.given[draw() % corpus.given.length] ?? '';
  const family = corpus.family[draw() % corpus.family.length] ?? '';
  const waId = corpus.dial + String(index).padStart(6, '0');
  const bsuid = `${corpus.country}.1${String(hash32(seed)).padStart(10, '0')}${String(index).padStart(8, '0')}`;
  return { name: `${given} ${family}`, waId, phone: `+${waId}`, bsuid };
}

/** How long ago a chat fell silent: many are fresh, most are old. */
function silence(draw: Draw): number {
  return Math.floor((draw() / 0x1_0000_0000) ** 3 * SPAN);
}

interface Thread {
  readonly size: number;
  readonly endsAt: number;
  readonly waId: string;
  readonly speaker: Speaker;
  readonly draw: Draw;
}

function* messagesOf({
  size,
  endsAt,
  waId,
  speaker,
  draw,
}: Thread): Generator<SeedMessage, void, void> {
  const prefix = `wamid.SEED${Buffer.from(waId).toString('base64url')}`;
  const slot = Math.max(1, Math.floor(threadSpan(size) / size));
  for (let index = 0; index < size; index += 1) {
    const random = draw();
    const isInbound = random < 0x8c00_0000;
    // The last one stands at the very end; the others somewhere within their own slot.
    const back = (size - 1 - index) * slot;
    const wobble = back === 0 ? 0 : random % slot;
    const type = typeFor(random >>> 8);
    yield {
      wamid: prefix + index.toString(36).padStart(6, '0'),
      direction: isInbound ? 'inbound' : 'outbound',
      type,
      body: bodyFor(type, speaker, draw),
      timestamp: endsAt - back + wobble,
      status: isInbound ? 'received' : statusFor(random >>> 12),
    };
  }
}

/** A short chat is over within days, a long one runs for years. */
function threadSpan(size: number): number {
  return Math.min(SPAN, size * 0.2 * DAY);
}

function typeFor(random: number): SeedMessage['type'] {
  const share = random % 100;
  if (share < 88) return 'text';
  if (share < 94) return 'image';
  if (share < 97) return 'audio';
  return share < 99 ? 'document' : 'location';
}

function bodyFor(type: SeedMessage['type'], speaker: Speaker, draw: Draw): string {
  if (type === 'audio') return '';
  return type === 'document' ? `${speaker(draw).slice(0, 40)}.pdf` : speaker(draw);
}

function statusFor(random: number): MessageStatus {
  const share = random % 100;
  if (share < 78) return 'read';
  if (share < 94) return 'delivered';
  return share < 98 ? 'sent' : 'failed';
}
