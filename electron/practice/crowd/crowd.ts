import type { Supplies } from './contents.ts';
import type { Customers } from '../customers.ts';
import type { InboundContent } from '../inbound.ts';
import type { AcceptedMessage } from '../model.ts';
import type { Scheduler } from '../scheduler.ts';
import { personas, type Persona } from './personas.ts';
import { replyTo, type Reply } from './replies.ts';
import { openings, type Opening } from './script.ts';

/** The regulars of the shop: they come by, and they answer. */
export interface Crowd {
  start(): void;
  hear(message: AcceptedMessage): void;
}

export interface CrowdDeps extends Supplies {
  readonly scheduler: Scheduler;
  readonly customers: Customers;
  /** At 0 nobody comes by unasked, because there would be no pause between two of them. */
  readonly speed: number;
}

const TYPING_MS = { shortest: 5_000, longest: 15_000 } as const;
const BETWEEN_TWO_MESSAGES_MS = 2_500;

export function createCrowd({ random, files, scheduler, customers, speed }: CrowdDeps): Crowd {
  const byWaId = new Map(personas.map((persona) => [persona.customer.waId, persona]));
  const randomOf = new Map(
    personas.map(({ customer }) => [customer.waId, random.fork(customer.waId)]),
  );
  const typing = new Set<string>();
  const script = openings({ random: random.fork('openings'), files }, personas);

  function comeBy({ afterMs, persona, contents }: Opening): void {
    scheduler.afterUncounted(afterMs, () => {
      writeInTurn(persona, contents);
      comeBy(script.next().value);
    });
  }

  function writeInTurn(persona: Persona, [content, ...rest]: readonly InboundContent[]): void {
    if (content === undefined) return;
    customers.get(persona.customer.waId).write(content);
    if (rest.length > 0) {
      scheduler.afterUncounted(BETWEEN_TWO_MESSAGES_MS, () => writeInTurn(persona, rest));
    }
  }

  function hear(message: AcceptedMessage): void {
    const persona = byWaId.get(message.waId);
    const own = randomOf.get(message.waId);
    if (persona === undefined || own === undefined || isOutOfReach(persona)) return;
    if (typing.has(message.waId)) return;
    const reply = replyTo(message.body, persona.lines, { random: own, files });
    typing.add(message.waId);
    scheduler.after(own.between(TYPING_MS.shortest, TYPING_MS.longest), () => {
      typing.delete(message.waId);
      give(reply, message);
    });
  }

  function give(reply: Reply, { waId, wamid, phoneNumberId }: AcceptedMessage): void {
    const customer = customers.get(waId);
    if (reply.kind === 'reaction') customer.react(wamid, reply.emoji, { phoneNumberId });
    if (reply.kind === 'message') {
      customer.write(reply.content, { phoneNumberId, ...(reply.quotes && { replyTo: wamid }) });
    }
  }

  return {
    start() {
      if (speed > 0) comeBy(script.next().value);
    },
    hear,
  };
}

function isOutOfReach({ customer: { behaviour } }: Persona): boolean {
  return behaviour === 'switched_off' || behaviour === 'not_on_whatsapp';
}
