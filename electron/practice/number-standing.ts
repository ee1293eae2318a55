import type { JsonObject } from '#shared/json.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { MessagingTier } from './messaging-limit.ts';
import type { PracticeNumber } from './model.ts';
import type { Update } from './webhook-body.ts';

export type QualityRating = 'GREEN' | 'YELLOW' | 'RED';

/** What Meta thinks of a number. */
export interface NumberStanding {
  readonly quality: QualityRating;
  readonly messagingLimit: MessagingTier;
  /** Until when it may only answer, in ms since 1970; null when it may write first. */
  readonly restrictedUntil: number | null;
}

/** Something that changes it. */
export type NumberEvent =
  | { readonly kind: 'quality'; readonly rating: QualityRating }
  | { readonly kind: 'messaging_limit'; readonly tier: MessagingTier }
  /** Templates are refused with 131048 until then. */
  | { readonly kind: 'restricted'; readonly until: number }
  | { readonly kind: 'restriction_lifted' };

export interface NumberStandings {
  of(number: PracticeNumber): NumberStanding;
  readonly change: (phoneNumberId: string, event: NumberEvent) => void;
}

/** The rating itself is told by no webhook; Frontdesk has to ask. Source: meta-platform §2.3. */
export function createNumberStandings(
  numbers: readonly PracticeNumber[],
  enqueue: (update: Update) => void,
): NumberStandings {
  const standings = new Map<string, NumberStanding>();

  function of(number: PracticeNumber): NumberStanding {
    return standings.get(number.phoneNumberId) ?? startOf(number);
  }

  return {
    of,
    change(phoneNumberId, event) {
      const number = numbers.find((one) => one.phoneNumberId === phoneNumberId);
      if (number === undefined) throw new Error(`The platform has no number ${phoneNumberId}.`);
      standings.set(phoneNumberId, changed(of(number), event));
      const told = toldOf(event);
      if (told !== undefined) enqueue({ number, ...told });
    },
  };
}

function startOf({ throughput, messagingLimit }: PracticeNumber): NumberStanding {
  const byThroughput = throughput === 'HIGH' ? 'TIER_UNLIMITED' : 'TIER_2K';
  return {
    quality: 'GREEN',
    messagingLimit: messagingLimit ?? byThroughput,
    restrictedUntil: null,
  };
}

function changed(standing: NumberStanding, event: NumberEvent): NumberStanding {
  switch (event.kind) {
    case 'quality':
      return { ...standing, quality: event.rating };
    case 'messaging_limit':
      return { ...standing, messagingLimit: event.tier };
    case 'restricted':
      return { ...standing, restrictedUntil: event.until };
    case 'restriction_lifted':
      return { ...standing, restrictedUntil: null };
    default:
      return unreachable(event);
  }
}

function toldOf(
  event: NumberEvent,
): { readonly field: string; readonly value: JsonObject } | undefined {
  switch (event.kind) {
    case 'messaging_limit':
      return {
        field: 'business_capability_update',
        value: { max_daily_conversations_per_business: event.tier, max_phone_numbers_per_waba: 25 },
      };
    case 'restricted': {
      const restriction = {
        restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
        expiration: Math.floor(event.until / 1_000),
      };
      return {
        field: 'account_update',
        value: { event: 'ACCOUNT_RESTRICTION', restriction_info: [restriction] },
      };
    }
    case 'quality':
    case 'restriction_lifted':
      return undefined;
    default:
      return unreachable(event);
  }
}
