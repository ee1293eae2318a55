import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JsonObject } from '#shared/json.ts';
import { createRandom } from '#shared/random.ts';
import { personas } from '../crowd/personas.ts';
import type { GeneratedFiles } from '../generated-media/files.ts';
import { statusError } from '../graph-errors.ts';
import { inboundMessage, inboundValue, unixSeconds } from '../inbound.ts';
import type { PracticeNumber } from '../model.ts';
import { digitsOf } from '../outbound.ts';
import type { People, Person } from '../people.ts';
import { metadata, type Update } from '../webhook-body.ts';
import type { WamidMint } from '../wamid.ts';
import { planChat, type ChatPlan } from './chat-plan.ts';
import { curiosities } from './curiosities.ts';
import { keptForYears } from './kept-for-years.ts';
import type { PastTurn } from './past-turn.ts';

/** The past of the practice shop, as webhooks to deliver in this order. */
export interface PracticeHistory {
  readonly updates: readonly Update[];
  /** Per `wa_id`: when each customer last wrote, in ms since 1970. */
  readonly lastWroteAt: ReadonlyMap<string, number>;
}

export interface HistoryDeps {
  readonly number: PracticeNumber;
  readonly people: Pick<People, 'find'>;
  readonly mint: WamidMint;
  readonly files: GeneratedFiles;
}

interface PastMessage {
  readonly wamid: string;
  readonly at: number;
  readonly turn: PastTurn;
  readonly message: JsonObject;
}

interface PastChat {
  readonly person: Person;
  readonly plan: ChatPlan;
  readonly messages: readonly PastMessage[];
}

const THREADS_PER_CHUNK = 8;

/**
 * Weeks of chats, told the way coexistence tells them: names through `smb_app_state_sync`, messages
 * through `history`, and what is still unread through ordinary `messages`. The same seed and time
 * give the same chats. Lets others run between two chats. Source: meta-platform §2.3.
 */
export async function practiceHistory(
  now: number,
  seed: string,
  deps: HistoryDeps,
): Promise<PracticeHistory> {
  const { number, files, people } = deps;
  const random = createRandom(`${seed}/history`);
  const extras = curiosities({ random: random.fork('curiosities'), files });
  const kept = keptForYears(files);
  const chats: PastChat[] = [];
  for (const [index, persona] of personas.entries()) {
    const person = people.find(persona.customer.waId);
    if (person === undefined) continue;
    const supplies = { random: random.fork(persona.customer.waId), files };
    const special = [...(extras[index] ?? []), ...(kept.get(persona.customer.waId) ?? [])];
    const plan = planChat({ persona, index, extras: special }, now, supplies);
    chats.push({ person, plan, messages: messagesOf(person, plan, deps) });
    await nextTurn();
  }
  return {
    updates: [
      { number, field: 'smb_app_state_sync', value: namesValue(number, chats, now) },
      ...historyUpdates(number, chats),
      ...unseenUpdates(number, chats),
      ...failureUpdates(number, chats),
    ],
    lastWroteAt: new Map(chats.map(({ person, messages }) => [person.waId, lastInbound(messages)])),
  };
}

function messagesOf(person: Person, plan: ChatPlan, { number, mint }: HistoryDeps): PastMessage[] {
  const ofShop = number.displayPhoneNumber.replace(/\D/g, '');
  const messages: PastMessage[] = [];
  const lastOf = { customer: '', shop: '' };
  for (const [index, turn] of plan.turns.entries()) {
    const at = plan.times[index] ?? plan.endsAt;
    const target = turn.by === 'customer' ? lastOf.shop : lastOf.customer;
    if (turn.reaction !== null && target === '') continue;
    const direction = turn.by === 'customer' ? 'from_customer' : 'from_business';
    const wamid = mint.next(direction, digitsOf(person));
    const content = {
      ...turn.content,
      ...(turn.reaction !== null && {
        reaction: { message_id: target, emoji: turn.reaction },
      }),
      ...(turn.quotes &&
        target !== '' && {
          context: { from: turn.by === 'customer' ? ofShop : person.waId, id: target },
        }),
    };
    const message =
      turn.by === 'customer'
        ? inboundMessage(person, wamid, at, content)
        : { from: ofShop, ...addressee(person), id: wamid, timestamp: unixSeconds(at), ...content };
    messages.push({ wamid, at, turn, message });
    if (turn.reaction === null) lastOf[turn.by] = wamid;
  }
  return messages;
}

function addressee(person: Person): JsonObject {
  return person.sharesPhone ? { to: person.waId } : { to_user_id: person.bsuid };
}

function historyUpdates(number: PracticeNumber, chats: readonly PastChat[]): Update[] {
  const chunks = Math.ceil(chats.length / THREADS_PER_CHUNK);
  return Array.from({ length: chunks }, (_, index) => {
    const part = chats.slice(index * THREADS_PER_CHUNK, (index + 1) * THREADS_PER_CHUNK);
    const progress = Math.round(((index + 1) / chunks) * 100);
    const value = {
      messaging_product: 'whatsapp',
      metadata: metadata(number),
      history: [
        {
          metadata: { phase: 0, chunk_order: index + 1, progress },
          threads: part.map(threadOf),
        },
      ],
    };
    return { number, field: 'history', value };
  });
}

function threadOf({ person, plan, messages }: PastChat): JsonObject {
  const seen = messages.slice(0, messages.length - plan.unread);
  return {
    id: person.sharesPhone ? person.waId : person.bsuid,
    context: {
      ...(person.sharesPhone && { wa_id: person.waId }),
      user_id: person.bsuid,
      ...(person.username !== undefined && { username: person.username }),
    },
    messages: seen.map(({ message, turn }) => ({
      ...message,
      history_context: { status: turn.by === 'customer' ? 'READ' : turn.status },
    })),
  };
}

function unseenUpdates(number: PracticeNumber, chats: readonly PastChat[]): Update[] {
  const unseen = chats.flatMap(({ person, plan, messages }) =>
    messages
      .slice(messages.length - plan.unread)
      .map(({ at, message }) => ({ at, value: inboundValue(number, person, message) })),
  );
  return unseen
    .toSorted((left, right) => left.at - right.at)
    .map(({ value }) => ({ number, field: 'messages', value }));
}

/** History only says ERROR; why it failed comes as the status it once was. */
function failureUpdates(number: PracticeNumber, chats: readonly PastChat[]): Update[] {
  return chats.flatMap(({ person, messages }) =>
    messages
      .filter(({ turn }) => turn.status === 'ERROR')
      .map(({ wamid, at }): Update => {
        const status = {
          id: wamid,
          status: 'failed',
          timestamp: unixSeconds(at + 2_000),
          ...(person.sharesPhone && { recipient_id: person.waId }),
          errors: [statusError(131026, 'Message Undeliverable.')],
        };
        const value = {
          messaging_product: 'whatsapp',
          metadata: metadata(number),
          statuses: [status],
        };
        return { number, field: 'messages', value };
      }),
  );
}

function namesValue(number: PracticeNumber, chats: readonly PastChat[], now: number): JsonObject {
  const named = chats.filter(({ person }) => person.sharesPhone);
  return {
    messaging_product: 'whatsapp',
    metadata: metadata(number),
    state_sync: named.map(({ person: { name, waId } }) => ({
      type: 'contact',
      contact: { full_name: name, first_name: name.split(' ')[0] ?? name, phone_number: waId },
      action: 'add',
      metadata: { timestamp: unixSeconds(now) },
    })),
  };
}

function lastInbound(messages: readonly PastMessage[]): number {
  return messages.findLast(({ turn }) => turn.by === 'customer' && turn.reaction === null)?.at ?? 0;
}
