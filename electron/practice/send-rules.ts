import type { Clock } from '../clock.ts';
import { refuse, type Refusal } from './graph-errors.ts';
import { misfit } from './media-rules.ts';
import type { MediaStore } from './media-store.ts';
import { mediaIdOf, type SendRequest } from './message-schema.ts';
import type { PracticeNumber } from './model.ts';
import type { MarketingCap } from './marketing-cap.ts';
import type { MessagingLimit } from './messaging-limit.ts';
import type { NumberStandings } from './number-standing.ts';
import { perSecondOf, type Pace } from './pace.ts';
import type { Person } from './people.ts';
import { rehearsalOf } from './rehearsals.ts';
import type { TemplateCategory, TemplateName } from './template-facts.ts';
import type { TemplateStandings } from './template-standing.ts';
import type { WamidMint } from './wamid.ts';
import { isWindowOpen } from './window.ts';

/** A well-formed message that somebody wants to send. */
export interface SendAttempt {
  readonly number: PracticeNumber;
  readonly person: Person;
  readonly request: SendRequest;
  /** Undefined for everything that is no template. */
  readonly template: SentTemplate | undefined;
}

export interface SentTemplate extends TemplateName {
  readonly category: TemplateCategory;
}

export interface LateFailure {
  readonly code: number;
  readonly details: string;
}

/** Refused at once, or accepted; an accepted one may still fail, or wait for a verdict. */
export type Judgement =
  | Refusal
  | {
      readonly ok: true;
      readonly failure: LateFailure | undefined;
      readonly isHeld: boolean;
    };

export interface SendRules {
  judge(attempt: SendAttempt): Judgement;
}

interface Dependencies {
  readonly clock: Clock;
  readonly pace: Pace;
  readonly media: MediaStore;
  readonly mint: WamidMint;
  readonly numbers: Pick<NumberStandings, 'of'>;
  readonly templates: Pick<TemplateStandings, 'refusalCode' | 'mustHold'>;
  readonly isBlocked: (phoneNumberId: string, person: Person) => boolean;
  readonly messagingLimit: MessagingLimit;
  readonly marketingCap: MarketingCap;
  /** Whether a closed window is told at once or, as Meta mostly does, by a `failed` status. */
  readonly windowRefusal: 'failed_status' | 'at_once';
}

const REHEARSED = 'This number rehearses errors; nothing else is wrong with the message.';
const WINDOW_CLOSED: LateFailure = {
  code: 131047,
  details:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};

const NO_MARKETING: LateFailure = {
  code: 131050,
  details: 'The user has stopped marketing messages from this business.',
};

/** What Meta's rules say about a message, whoever sends it. */
export function createSendRules(deps: Dependencies): SendRules {
  const { clock, pace, media, mint } = deps;
  const refusedOnce = new Set<string>();

  function refusalOf(attempt: SendAttempt): Refusal | undefined {
    const { number, person, request } = attempt;
    if (person.waId === number.displayPhoneNumber.replace(/\D/g, '')) {
      return refuse(131021, 'The recipient is the number that sends.');
    }
    if (deps.isBlocked(number.phoneNumberId, person)) {
      return refuse(130403, 'The business has blocked this user.');
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
    return rehearsedRefusal(person) ?? refusalOfStanding(attempt);
  }

  /** What Meta thinks of the template and of the number. Answers in an open window always go. */
  function refusalOfStanding({ number, person, template }: SendAttempt): Refusal | undefined {
    if (template === undefined) return undefined;
    const code = deps.templates.refusalCode(template);
    if (code !== undefined) return refuse(code, 'People did not like what it said.');
    if (isWindowOpen(person, number.phoneNumberId, clock())) return undefined;
    const { restrictedUntil, messagingLimit } = deps.numbers.of(number);
    if (restrictedUntil !== null && clock() < restrictedUntil) {
      return refuse(131048, 'This number may only answer at the moment.');
    }
    const { businessPortfolioId } = number;
    const isWithin = deps.messagingLimit.take(
      businessPortfolioId,
      person.waId,
      messagingLimit,
      clock(),
    );
    // Meta has no code of its own for this; the practice platform takes its nearest.
    return isWithin ? undefined : refuse(131048, `The limit of ${messagingLimit} is reached.`);
  }

  function refusalOfPace(number: PracticeNumber, person: Person): Refusal | undefined {
    if (!pace.takeNumber(number.phoneNumberId, perSecondOf(number), clock())) {
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

  function failureOf(attempt: SendAttempt): LateFailure | undefined {
    const { number, person, request, template } = attempt;
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
    if (template?.category === 'MARKETING') return failureOfMarketing(person, isOpen);
    return isOpen || template !== undefined ? undefined : WINDOW_CLOSED;
  }

  function failureOfMarketing(person: Person, isOpen: boolean): LateFailure | undefined {
    if (!person.wantsMarketing) return NO_MARKETING;
    return isOpen ? undefined : deps.marketingCap.take(person.waId, clock());
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
      const { template } = attempt;
      const isHeld = template !== undefined && deps.templates.mustHold(template);
      return { ok: true, failure, isHeld };
    },
  };
}
