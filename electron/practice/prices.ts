import type { JsonObject } from '#shared/json.ts';
import { unixSeconds } from './inbound.ts';
import type { SentMessage } from './statuses.ts';

/** What a status says about money. */
export interface Charge {
  readonly pricing: JsonObject;
  /** Only inside a free entry point. */
  readonly conversation: JsonObject | null;
}

export interface Prices {
  /** Always the same for one message. Undefined for what is never priced. */
  of(sent: SentMessage): Charge | undefined;
}

/** Service messages that a number may have delivered in a calendar month for nothing. */
const FREE_SERVICE_MESSAGES = 1_000;

/**
 * Prices since October 2026: templates by their category, everything else free for the first
 * thousand of a number and month, nothing at all inside a free entry point. The month is that of
 * the account's time zone. Source: meta-platform §2.6, §6.2, §6.3.
 */
export function createPrices(freeServiceMessages: number = FREE_SERVICE_MESSAGES): Prices {
  const charges = new WeakMap<SentMessage, Charge>();
  const servicesOf = new Map<string, number>();

  function chargeFor(sent: SentMessage): Charge {
    if (sent.freeEntryUntil !== null) return freeEntry(sent, sent.freeEntryUntil);
    if (sent.category !== 'SERVICE') {
      return charge({ billable: true, type: 'regular', category: sent.category.toLowerCase() });
    }
    const month = `${sent.number.phoneNumberId} ${MONTH.format(sent.acceptedAt)}`;
    const services = (servicesOf.get(month) ?? 0) + 1;
    servicesOf.set(month, services);
    return services <= freeServiceMessages
      ? charge({ billable: false, type: 'free_customer_service', category: 'service' })
      : charge({ billable: true, type: 'regular', category: 'service' });
  }

  return {
    of(sent) {
      if (sent.type === 'reaction') return undefined;
      const known = charges.get(sent) ?? chargeFor(sent);
      charges.set(sent, known);
      return known;
    },
  };
}

function freeEntry({ wamid }: SentMessage, until: number): Charge {
  const conversation = {
    id: `entry-${wamid.slice(-16)}`,
    expiration_timestamp: unixSeconds(until),
    origin: { type: 'referral_conversion' },
  };
  const free = { billable: false, type: 'free_entry_point', category: 'referral_conversion' };
  return { ...charge(free), conversation };
}

function charge(what: JsonObject): Charge {
  return { pricing: { ...what, pricing_model: 'PMP' }, conversation: null };
}

/** As the account's `timezone_id` says. */
const MONTH = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Sao_Paulo',
  year: 'numeric',
  month: '2-digit',
});
