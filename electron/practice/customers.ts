import type { Clock } from '../clock.ts';
import type { CustomerBehaviour, PracticeCustomer, PracticeNumber } from './model.ts';
import { inboundMessage, inboundValue, preferenceValue, type InboundContent } from './inbound.ts';
import { digitsOf, type Outbound } from './outbound.ts';
import type { People, Person } from './people.ts';
import type { WamidMint } from './wamid.ts';
import type { Update } from './webhook-body.ts';

/** What one customer can be made to do. Every action leaves as a signed webhook. */
export interface Customer {
  readonly waId: string;
  readonly bsuid: string;
  /** Answers the id of the new message. */
  say(body: string, options?: WriteOptions): string;
  /** Any message type, in the shape it has in Meta's webhooks. */
  write(content: InboundContent, options?: WriteOptions): string;
  /** `null` takes the reaction back. */
  react(wamid: string, emoji: string | null, options?: WriteOptions): string;
  /** Reads a message of the business, whatever their habits are. */
  read(wamid: string): void;
  behave(behaviour: CustomerBehaviour): void;
  /** Stops the offers of the business in WhatsApp, or wants them again. */
  prefer(marketing: 'stop' | 'resume'): void;
}

export interface WriteOptions {
  /** The number they write to; the first one if left out. */
  readonly phoneNumberId?: string;
  /** When they wrote it, in ms since 1970: now, if left out. */
  readonly at?: number;
  /** The message they quote or answer with a button. */
  readonly replyTo?: string;
  readonly forwarded?: boolean;
}

export interface CustomersDeps {
  readonly clock: Clock;
  readonly numbers: readonly [PracticeNumber, ...PracticeNumber[]];
  readonly people: People;
  readonly outbound: Pick<Outbound, 'find' | 'report'>;
  readonly mint: WamidMint;
  readonly enqueue: (update: Update) => void;
  readonly isBlocked: (phoneNumberId: string, person: Person) => boolean;
  /** A message came in, which counts for the pace like one that goes out. */
  readonly onInbound: (number: PracticeNumber) => void;
}

export interface Customers {
  add(customer: PracticeCustomer): Customer;
  /** Throws for someone nobody added. */
  get(waIdOrBsuid: string): Customer;
}

export function createCustomers(deps: CustomersDeps): Customers {
  const { people } = deps;
  return {
    add: (customer) => controls(deps, people.add(customer)),
    get(waIdOrBsuid) {
      const person = people.find(waIdOrBsuid);
      if (person === undefined) throw new Error(`No customer is known as ${waIdOrBsuid}.`);
      return controls(deps, person);
    },
  };
}

function controls(deps: CustomersDeps, person: Person): Customer {
  const { clock, outbound, mint, numbers } = deps;

  function write(content: InboundContent, options: WriteOptions = {}): string {
    const number = numbers.find(({ phoneNumberId }) => phoneNumberId === options.phoneNumberId);
    return writeTo(number ?? numbers[0], content, options);
  }

  function writeTo(number: PracticeNumber, content: InboundContent, options: WriteOptions): string {
    const at = options.at ?? clock();
    const wamid = mint.next('from_customer', digitsOf(person));
    // Nothing of somebody who is blocked comes through, and they don't learn of it.
    if (deps.isBlocked(number.phoneNumberId, person)) return wamid;
    if (opensWindow(content)) {
      const before = person.lastWroteAt.get(number.phoneNumberId) ?? 0;
      person.lastWroteAt.set(number.phoneNumberId, Math.max(before, at));
    }
    if (content['referral'] !== undefined) person.cameByAdAt.set(number.phoneNumberId, at);
    const context = contextOf(number, options);
    const message = inboundMessage(person, wamid, at, { ...content, ...context });
    deps.enqueue({ number, field: 'messages', value: inboundValue(number, person, message) });
    deps.onInbound(number);
    return wamid;
  }

  return {
    waId: person.waId,
    bsuid: person.bsuid,
    write,
    say: (body, options) => write({ type: 'text', text: { body } }, options),
    react(wamid, emoji, options) {
      const reaction = { message_id: wamid, ...(emoji !== null && { emoji }) };
      return write({ type: 'reaction', reaction }, options);
    },
    read(wamid) {
      const sent = outbound.find(wamid);
      if (sent !== undefined) outbound.report(sent, 'read');
    },
    behave(behaviour) {
      person.behaviour = behaviour;
    },
    prefer(marketing) {
      person.wantsMarketing = marketing === 'resume';
      const [number] = numbers;
      const value = preferenceValue(number, person, marketing, clock());
      deps.enqueue({ number, field: 'user_preferences', value });
    },
  };
}

function contextOf(number: PracticeNumber, { replyTo, forwarded }: WriteOptions): object {
  if (replyTo !== undefined) {
    return { context: { from: number.displayPhoneNumber.replace(/\D/g, ''), id: replyTo } };
  }
  return forwarded === true ? { context: { forwarded: true } } : {};
}

/** Whether Meta counts it as the customer writing. Source: meta-platform §6.1. */
function opensWindow({ type }: InboundContent): boolean {
  return type !== 'reaction' && type !== 'system' && type !== 'unsupported';
}
