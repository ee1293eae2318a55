import type { Random } from '#shared/random.ts';
import { contentOf, type Supplies } from '../crowd/contents.ts';
import type { Persona } from '../crowd/personas.ts';
import { pastTurn, type PastTurn } from './past-turn.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How a chat stands today. */
export interface ChatPlan {
  readonly persona: Persona;
  /** When its last message was written, in ms since 1970. */
  readonly endsAt: number;
  /** Messages at the end that nobody of the shop has seen: they come as ordinary webhooks. */
  readonly unread: number;
  readonly turns: readonly PastTurn[];
  /** One time per turn, ascending. */
  readonly times: readonly number[];
}

/**
 * Of forty chats a dozen are unread, a few windows are about to close and most are long closed.
 * Whoever hides their phone is unread, because only an ordinary webhook tells their name.
 */
export function planChat(
  { persona, index, extras }: { persona: Persona; index: number; extras: readonly PastTurn[] },
  now: number,
  supplies: Supplies,
): ChatPlan {
  const { random } = supplies;
  const isUnread = persona.customer.sharesPhone === false || index % 6 === 0;
  const endsAt = now - silenceOf(index, random);
  const size = 5 + Math.floor(55 * random.next() ** 2.4);
  const past = pastTurns(persona, size, extras, supplies);
  const unread = isUnread ? unseenTurns(persona, index, supplies) : [];
  const turns = [...past, ...unread];
  return { persona, endsAt, unread: unread.length, turns, times: timesOf(turns, endsAt, random) };
}

/** How long ago the last message was. */
function silenceOf(index: number, random: Random): number {
  if (index % 6 === 0) return random.between(2 * MINUTE, 3 * HOUR);
  if (index % 6 === 1) return random.between(4 * HOUR, 16 * HOUR);
  if (index % 6 === 2) return random.between(20.5 * HOUR, 23.6 * HOUR);
  return random.between(1.2 * DAY, 34 * DAY);
}

function pastTurns(
  persona: Persona,
  size: number,
  extras: readonly PastTurn[],
  supplies: Supplies,
): PastTurn[] {
  const { random } = supplies;
  const turns: PastTurn[] = [];
  while (turns.length < size) {
    for (const turn of random.pick(persona.lines.scenes)) {
      const content = contentOf(turn, supplies);
      turns.push(pastTurn(turn.by, content, { quotes: random.chance(0.07) }));
    }
    if (random.chance(0.25))
      turns.push(pastTurn('customer', { type: 'reaction' }, { reaction: '❤️' }));
  }
  const cut = turns.slice(0, size);
  cut.splice(Math.floor(size * 0.6), 0, ...extras);
  return cut;
}

/** Neighbours in the list speak one language, so each begins another conversation. */
function unseenTurns({ lines }: Persona, index: number, supplies: Supplies): PastTurn[] {
  const scene = lines.scenes[index % lines.scenes.length] ?? lines.scenes[0];
  const untilTheShop = scene.findIndex(({ by }) => by === 'shop');
  return scene
    .slice(0, untilTheShop)
    .map((turn) => pastTurn('customer', contentOf(turn, supplies)));
}

/** Walks back from the end: minutes within a conversation, days between two of them. */
function timesOf(turns: readonly PastTurn[], endsAt: number, random: Random): number[] {
  const times: number[] = [];
  let at = endsAt;
  for (const turn of turns.toReversed()) {
    times.push(Math.round(at));
    const startsConversation = turn.by === 'customer' && random.chance(0.18);
    at -= startsConversation
      ? random.between(0.6 * DAY, 6 * DAY)
      : random.between(20_000, 7 * MINUTE);
  }
  return times.toReversed();
}
