import type { Clock } from '../clock.ts';
import { refuse, type Refusal } from './graph-errors.ts';
import { misfit } from './media-rules.ts';
import type { MediaStore } from './media-store.ts';
import { mediaIdOf, type SendRequest } from './message-schema.ts';
import type { PracticeNumber } from './model.ts';
import type { Pace } from './pace.ts';
import type { Person } from './people.ts';
import { rehearsalOf } from './rehearsals.ts';
import type { TemplateCategory } from './template-facts.ts';
import type { WamidMint } from './wamid.ts';
import { isWindowOpen } from './window.ts';

/** A well-formed message that somebody wants to send. */
export interface SendAttempt {
  readonly number: PracticeNumber;
  readonly person: Person;
  readonly request: SendRequest;
  readonly category: TemplateCategory | 'SERVICE';
}

export interface LateFailure {
  readonly code: number;
  readonly details: string;
}

/** Refused at once, or accepted; an accepted one may still fail. */
export type Judgement = Refusal | { readonly ok: true; readonly failure: LateFailure | undefined };

export interface SendRules {
  judge(attempt: SendAttempt): Judgement;
}

interface Dependencies {
  readonly clock: Clock;
  readonly pace: Pace;
  readonly media: MediaStore;
  readonly mint: WamidMint;
  /** Whether a closed window is told at once or, as Meta mostly does, by a `failed` status. */
  readonly windowRefusal: 'failed_status' | 'at_once';
}

const PER_SECOND = { STANDARD: 80, HIGH: 1_000 } as const;
const REHEARSED = 'This number rehearses errors; nothing else is wrong with the message.';
const WINDOW_CLOSED: LateFailure = {
  code: 131047,
  details:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};

/** What Meta's rules say about a message, whoever sends it. */
export function createSendRules(deps: Dependencies): SendRules {
  const { clock, pace, media, mint } = deps;
  const refusedOnce = new Set<string>();

  function refusalOf({ number, person, request }: SendAttempt): Refusal | undefined {
    if (person.waId === number.displayPhoneNumber.replace(/\D/g, '')) {
      return refuse(131021, 'The recipient is the number that sends.');
    }
    const tooFast = refusalOfPace(number, person);
    if (tooFast !== undefined) return tooFast;
    const mediaId = mediaIdOf(request);
    if (mediaId !== null && media.find(mediaId) === undefined) {
      return refuse(
        100,
        `Param ${request.type}['id'] is not a valid whatsapp business account media attachment ID`,
      );
    }
    return rehearsedRefusal(person);
  }

  function refusalOfPace(number: PracticeNumber, person: Person): Refusal | undefined {
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
    return undefined;
  }

  function rehearsedRefusal({ waId }: Person): Refusal | undefined {
    const rehearsal = rehearsalOf(waId);
    if (rehearsal === undefined || rehearsal.kind === 'fails_later') return undefined;
    if (rehearsal.kind === 'refused_once') {
      if (refusedOnce.has(waId)) return undefined;
      refusedOnce.add(waId);
    }
    return refuse(rehearsal.code, REHEARSED);
  }

  function failureOf({ number, person, request }: SendAttempt): LateFailure | undefined {
    const rehearsal = rehearsalOf(person.waId);
    if (rehearsal?.kind === 'fails_later') return { code: rehearsal.code, details: REHEARSED };
    if (person.behaviour === 'not_on_whatsapp') {
      return { code: 131026, details: 'Message Undeliverable.' };
    }
    if (request.type === 'reaction' && mint.read(request.reaction.message_id) === null) {
      return { code: 131009, details: 'The message to react to does not exist.' };
    }
    const wrongFile = failureOfFile(request);
    if (wrongFile !== undefined) return wrongFile;
    const isOpen = isWindowOpen(person, number.phoneNumberId, clock());
    return isOpen || request.type === 'template' ? undefined : WINDOW_CLOSED;
  }

  /** Meta looks at a file only after it has accepted the message. */
  function failureOfFile(request: SendRequest): LateFailure | undefined {
    const file = media.find(mediaIdOf(request) ?? '');
    if (file === undefined) return undefined;
    const details = misfit(request.type, file);
    return details === undefined ? undefined : { code: 131053, details };
  }

  return {
    judge(attempt) {
      const refusal = refusalOf(attempt);
      if (refusal !== undefined) return refusal;
      const failure = failureOf(attempt);
      if (failure?.code === WINDOW_CLOSED.code && deps.windowRefusal === 'at_once') {
        return refuse(failure.code, failure.details);
      }
      return { ok: true, failure };
    },
  };
}
