import type { Json, JsonObject } from '#shared/json.ts';
import type { Random } from '#shared/random.ts';
import type { Clock } from '../clock.ts';
import { refuse, type Refusal } from './graph-errors.ts';
import type { MediaStore } from './media-store.ts';
import type { AcceptedMessage, Mark, PracticeNumber } from './model.ts';
import { mediaIdOf, parseMark, parseSend, type SendRequest } from './message-schema.ts';
import { misfit } from './media-rules.ts';
import type { Pace } from './pace.ts';
import type { People, Person } from './people.ts';
import type { Scheduler } from './scheduler.ts';
import {
  failedValue,
  statusPlan,
  statusValue,
  type DeliveryStatus,
  type SentMessage,
  type StatusStep,
} from './statuses.ts';
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

export interface LateFailure {
  readonly code: number;
  readonly details: string;
}

export interface OutboundDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly people: People;
  readonly pace: Pace;
  readonly media: MediaStore;
  readonly mint: WamidMint;
  readonly scheduler: Scheduler;
  readonly enqueue: (update: Update) => void;
  readonly onAccepted: (message: AcceptedMessage, person: Person) => void;
  readonly onMark: (mark: Mark) => void;
  readonly isBlocked: (phoneNumberId: string, person: Person) => boolean;
  /** Whether a closed window is told at once or, as Meta mostly does, by a `failed` status. */
  readonly windowRefusal: 'failed_status' | 'at_once';
}

const WINDOW_MS = 24 * 3_600_000;
const WINDOW_CLOSED: LateFailure = {
  code: 131047,
  details:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};
const PER_SECOND = { STANDARD: 80, HIGH: 1_000 } as const;

export function createOutbound(deps: OutboundDeps): Outbound {
  const { clock, random, people, pace, media, mint, scheduler } = deps;
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
    if (recipient.person.waId === number.displayPhoneNumber.replace(/\D/g, '')) {
      return refuse(131021, 'The recipient is the number that sends.');
    }
    if (deps.isBlocked(number.phoneNumberId, recipient.person)) {
      return refuse(130403, 'The business has blocked this user.');
    }
    const tooFast = refusalOfPace(number, recipient.person);
    if (tooFast !== null) return tooFast;
    const mediaId = mediaIdOf(request);
    if (mediaId !== null && media.find(mediaId) === undefined) {
      return refuse(
        100,
        `Param ${request.type}['id'] is not a valid whatsapp business account media attachment ID`,
      );
    }
    const failure = lateFailure ?? failureOf(number, recipient.person, request);
    if (failure?.code === WINDOW_CLOSED.code && deps.windowRefusal === 'at_once') {
      return refuse(failure.code, failure.details);
    }
    return accept(number, body, request, recipient, failure);
  }

  function refusalOfPace(number: PracticeNumber, person: Person): Refusal | null {
    if (!pace.takeNumber(number.phoneNumberId, PER_SECOND[number.throughput], clock())) {
      return refuse(
        130429,
        'Message failed to send because there were too many messages sent from this phone number in a short period of time.',
      );
    }
    if (!pace.takePair(number.phoneNumberId, person.waId, clock())) {
      return refuse(
        131056,
        'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
      );
    }
    return null;
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

  function failureOf(
    number: PracticeNumber,
    person: Person,
    request: SendRequest,
  ): LateFailure | undefined {
    if (person.behaviour === 'not_on_whatsapp') {
      return { code: 131026, details: 'Message Undeliverable.' };
    }
    if (request.type === 'reaction' && mint.read(request.reaction.message_id) === null) {
      return { code: 131009, details: 'The message to react to does not exist.' };
    }
    const wrongFile = failureOfFile(request);
    if (wrongFile !== undefined) return wrongFile;
    const lastWroteAt = person.lastWroteAt.get(number.phoneNumberId);
    const isOpen = lastWroteAt !== undefined && clock() - lastWroteAt < WINDOW_MS;
    return isOpen || request.type === 'template' ? undefined : WINDOW_CLOSED;
  }

  /** Meta looks at a file only after it has accepted the message. */
  function failureOfFile(request: SendRequest): LateFailure | undefined {
    const file = media.find(mediaIdOf(request) ?? '');
    if (file === undefined) return undefined;
    const details = misfit(request.type, file);
    return details === undefined ? undefined : { code: 131053, details };
  }

  function accept(
    number: PracticeNumber,
    body: JsonObject,
    request: SendRequest,
    { input, person, addressedBy }: Recipient,
    failure: LateFailure | undefined,
  ): Answer {
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
    if (failure === undefined) follow(sent, statusPlan(sent, person.behaviour, random));
    else scheduler.after(random.between(200, 900), () => report(sent, 'failed', failure));
    return { ok: true, body: answerTo(input, sent) };
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
    sent.statuses.push({ status, at });
    const value =
      status === 'failed'
        ? failedValue(sent, failure ?? { code: 131000, details: 'Something went wrong.' }, at)
        : statusValue(sent, status, at);
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

interface Recipient {
  readonly ok: true;
  readonly input: string;
  readonly addressedBy: 'phone' | 'bsuid';
  readonly person: Person;
}

/** Source: meta-platform §1.2: a phone comes back as `wa_id`, a BSUID as `user_id`. */
function answerTo(input: string, { person, addressedBy, wamid, type }: SentMessage): JsonObject {
  const identity: Json =
    addressedBy === 'phone' ? { input, wa_id: person.waId } : { input, user_id: person.bsuid };
  return {
    messaging_product: 'whatsapp',
    contacts: [identity],
    messages: [{ id: wamid, ...(type === 'template' && { message_status: 'accepted' }) }],
  };
}

/** Ids carry digits only; people without a shared phone lend the digits of their BSUID. */
export function digitsOf(person: Person): string {
  return person.sharesPhone ? person.waId : person.bsuid.replace(/\D/g, '');
}
