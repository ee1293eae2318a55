import type { Json, JsonObject } from '#shared/json.ts';
import type { Random } from '#shared/random.ts';
import type { Clock } from '../clock.ts';
import { refuse, type Refusal } from './graph-errors.ts';
import type { AcceptedMessage, Mark, PracticeNumber } from './model.ts';
import { enterFree } from './free-entry.ts';
import { parseMark, parseSend, type SendRequest } from './message-schema.ts';
import type { People, Person } from './people.ts';
import type { Prices } from './prices.ts';
import type { Scheduler } from './scheduler.ts';
import type { LateFailure, SendRules, SentTemplate } from './send-rules.ts';
import {
  failedValue,
  statusPlan,
  statusValue,
  type DeliveryStatus,
  type SentMessage,
  type StatusStep,
} from './statuses.ts';
import type { CategoryOf } from './template-facts.ts';
import type { TemplateStandings } from './template-standing.ts';
import type { Update } from './webhook-body.ts';
import type { WamidMint } from './wamid.ts';

export interface Answer {
  readonly ok: true;
  /** 200 if left out; a partial success comes with another one. */
  readonly status?: number;
  readonly body: JsonObject;
}

/** What the platform does with messages, read receipts and statuses of the business. */
export interface Outbound {
  send(number: PracticeNumber, body: JsonObject, lateFailure?: LateFailure): Answer | Refusal;
  mark(number: PracticeNumber, body: JsonObject): Answer | Refusal;
  find(wamid: string): SentMessage | undefined;
  report(sent: SentMessage, status: DeliveryStatus, failure?: LateFailure): void;
}

export interface OutboundDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly people: People;
  readonly rules: SendRules;
  readonly prices: Prices;
  readonly categoryOf: CategoryOf;
  readonly templates: Pick<TemplateStandings, 'hold'>;
  readonly mint: WamidMint;
  readonly scheduler: Scheduler;
  readonly enqueue: (update: Update) => void;
  readonly onAccepted: (message: AcceptedMessage, person: Person) => void;
  readonly onMark: (mark: Mark) => void;
}

const DROPPED: LateFailure = {
  code: 132015,
  details: 'The template was paused while this message was held for quality assessment.',
};

export function createOutbound(deps: OutboundDeps): Outbound {
  const { clock, random, people, rules, prices, mint, scheduler } = deps;
  const sentMessages = new Map<string, SentMessage>();

  function send(
    number: PracticeNumber,
    body: JsonObject,
    lateFailure?: LateFailure,
  ): Answer | Refusal {
    const parsed = parseSend(body);
    if (!parsed.ok) return parsed;
    const { request } = parsed;
    const recipient = recipientOf(request);
    if (!recipient.ok) return recipient;
    const { person } = recipient;
    const template = templateOf(number, request);
    const judgement = rules.judge({ number, person, request, template });
    if (!judgement.ok) return judgement;
    const failure = lateFailure ?? judgement.failure;
    const sent = accept(number, body, request, recipient, template?.category ?? 'SERVICE');
    if (template === undefined || !judgement.isHeld) {
      proceed(sent, failure);
      return { ok: true, body: answerTo(recipient.input, sent, 'accepted') };
    }
    deps.templates.hold(template, {
      go: () => proceed(sent, failure),
      drop: () => proceed(sent, DROPPED),
    });
    return { ok: true, body: answerTo(recipient.input, sent, 'held_for_quality_assessment') };
  }

  /** `to` wins where both are given. Source: meta-platform §1.2. */
  function recipientOf(request: SendRequest): Recipient | Refusal {
    if (request.to !== undefined) {
      const digits = request.to.replace(/[\s()+-]/g, '');
      if (!/^[1-9]\d{6,14}$/.test(digits)) {
        return refuse(131009, `"${request.to}" is not a valid phone number.`);
      }
      if (!request.to.trim().startsWith('+')) {
        return refuse(
          100,
          'The practice platform wants "to" with a leading +: without it, Meta may put the country code of the business in front and deliver to somebody else.',
        );
      }
      return { ok: true, input: request.to, addressedBy: 'phone', person: people.byPhone(digits) };
    }
    if (request.recipient === undefined) return refuse(131008, 'The parameter to is required.');
    const person = people.find(request.recipient);
    if (person === undefined) {
      return refuse(
        131009,
        'The business-scoped user ID in recipient is not known to this business portfolio.',
      );
    }
    return { ok: true, input: request.recipient, addressedBy: 'bsuid', person };
  }

  function accept(
    number: PracticeNumber,
    body: JsonObject,
    request: SendRequest,
    { input, person, addressedBy }: Recipient,
    category: SentMessage['category'],
  ): SentMessage {
    const wamid = mint.next('from_business', digitsOf(person));
    const callbackData = request.biz_opaque_callback_data ?? null;
    const sent: SentMessage = {
      number,
      person,
      wamid,
      type: request.type,
      isVoice: request.type === 'audio' && request.audio.voice === true,
      addressedBy,
      callbackData,
      category,
      acceptedAt: clock(),
      freeEntryUntil: enterFree(person, number.phoneNumberId, clock()),
      statuses: [],
    };
    sentMessages.set(wamid, sent);
    const { phoneNumberId } = number;
    const { type } = request;
    const { waId } = person;
    deps.onAccepted(
      { at: clock(), phoneNumberId, wamid, recipient: input, waId, type, callbackData, body },
      person,
    );
    return sent;
  }

  /** What is told of an accepted message from now on. */
  function proceed(sent: SentMessage, failure: LateFailure | undefined): void {
    if (failure === undefined) follow(sent, statusPlan(sent, sent.person.behaviour, random));
    else scheduler.after(random.between(200, 900), () => report(sent, 'failed', failure));
  }

  function templateOf(number: PracticeNumber, request: SendRequest): SentTemplate | undefined {
    if (request.type !== 'template') return undefined;
    const { name, language } = request.template;
    const template = { wabaId: number.wabaId, name, language: language.code };
    return { ...template, category: deps.categoryOf(template) };
  }

  function follow(sent: SentMessage, [step, ...rest]: readonly StatusStep[]): void {
    if (step === undefined) return;
    scheduler.after(step.afterMs, () => {
      report(sent, step.status);
      follow(sent, rest);
    });
  }

  function report(sent: SentMessage, status: DeliveryStatus, failure?: LateFailure): void {
    const at = clock();
    const charge = showsPrice(sent, status) ? prices.of(sent) : undefined;
    sent.statuses.push({ status, at });
    const value =
      status === 'failed'
        ? failedValue(sent, failure ?? { code: 131000, details: 'Something went wrong.' }, at)
        : statusValue(sent, status, at, charge);
    deps.enqueue({ number: sent.number, field: 'messages', value });
  }

  function mark(number: PracticeNumber, body: JsonObject): Answer | Refusal {
    const parsed = parseMark(body);
    if (!parsed.ok) return parsed;
    const { message_id: wamid, typing_indicator: typing } = parsed.request;
    if (mint.read(wamid)?.direction !== 'from_customer') {
      return refuse(131009, 'The message to mark as read does not exist.');
    }
    const { phoneNumberId } = number;
    deps.onMark({ at: clock(), phoneNumberId, wamid, typing: typing !== undefined });
    return { ok: true, body: { success: true } };
  }

  return { send, mark, report, find: (wamid) => sentMessages.get(wamid) };
}

/** On `sent`, and on the first that says that it has arrived. Source: meta-platform §2.6. */
function showsPrice({ statuses }: SentMessage, status: DeliveryStatus): boolean {
  if (status === 'sent' || status === 'delivered') return true;
  return status === 'read' && !statuses.some((earlier) => earlier.status === 'delivered');
}

interface Recipient {
  readonly ok: true;
  readonly input: string;
  readonly addressedBy: 'phone' | 'bsuid';
  readonly person: Person;
}

/** Source: meta-platform §1.2: a phone comes back as `wa_id`, a BSUID as `user_id`. */
function answerTo(
  input: string,
  { person, addressedBy, wamid, type }: SentMessage,
  message_status: 'accepted' | 'held_for_quality_assessment',
): JsonObject {
  const identity: Json =
    addressedBy === 'phone' ? { input, wa_id: person.waId } : { input, user_id: person.bsuid };
  return {
    messaging_product: 'whatsapp',
    contacts: [identity],
    messages: [{ id: wamid, ...(type === 'template' && { message_status }) }],
  };
}

/** Ids carry digits only; people without a shared phone lend the digits of their BSUID. */
export function digitsOf(person: Person): string {
  return person.sharesPhone ? person.waId : person.bsuid.replace(/\D/g, '');
}
