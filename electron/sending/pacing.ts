const SECOND = 1000;

/** Messages per second by Meta's throughput level. Source: meta-platform §5.1. */
export function messagesPerSecond(throughputLevel: string): number {
  switch (throughputLevel) {
    case 'HIGH':
      return 1000;
    case 'STANDARD':
      return 80;
    default:
      // Numbers that also live in the phone app have no level of their own and are the slowest.
      return 20;
  }
}

/**
 * How fast a number sends. A bucket of tokens, one per message, that fills with time. It holds so
 * few, and fills so much slower than allowed, that no second ever sees more than the allowance:
 * what a full bucket lets out at once and what flows in during that second stay below it together.
 */
export interface Pace {
  /** Messages per second that Meta allows this number. */
  readonly allowed: number;
  /** Messages per second that Frontdesk dares at the moment. */
  readonly current: number;
  readonly tokens: number;
  /** Up to when `current` and `tokens` are reckoned, in milliseconds since 1970. */
  readonly at: number;
  readonly slowedAt: number;
}

/** Of the allowance, per second: after a halving the full pace is back in 25 s. */
const GROWTH = 0.02;
const FILL = 0.965;
const SLOWEST = 1;
/** Refusals of messages that were on their way already don't halve the pace once more. */
const SLOWDOWN_REST_MS = 2 * SECOND;

export function startPace(allowed: number, now: number): Pace {
  return { allowed, current: allowed, tokens: burst(allowed), at: now, slowedAt: 0 };
}

/** How many messages may leave now. */
export function tokensAt(pace: Pace, now: number): number {
  return Math.floor(advance(pace, now).tokens);
}

/** @param count at most `tokensAt` the same moment */
export function spend(pace: Pace, count: number, now: number): Pace {
  const advanced = advance(pace, now);
  return { ...advanced, tokens: advanced.tokens - count };
}

/** When it is worth looking again: for one message, or at a high pace for a few together. */
export function nextTurnAt(pace: Pace, now: number): number {
  const { tokens, current } = advance(pace, now);
  const wanted = Math.max(1, Math.floor(burst(current) / 2));
  return tokens >= wanted ? now : now + Math.ceil(((wanted - tokens) / fillRate(current)) * SECOND);
}

/** Meta says that it was too fast: half the pace, and slowly back up. */
export function slowDown(pace: Pace, now: number): Pace {
  const advanced = advance(pace, now);
  if (Math.abs(now - advanced.slowedAt) < SLOWDOWN_REST_MS) return advanced;
  return {
    ...advanced,
    current: Math.max(SLOWEST, advanced.current / 2),
    tokens: 0,
    slowedAt: now,
  };
}

/** Meta raised or lowered the number's allowance. */
export function allow(pace: Pace, allowed: number, now: number): Pace {
  return allowed === pace.allowed ? pace : { ...startPace(allowed, now), tokens: 0 };
}

function advance(pace: Pace, now: number): Pace {
  // A clock that was set back gives nothing for free, and does not stop the number for hours.
  const seconds = Math.max(0, now - pace.at) / SECOND;
  const current = Math.min(pace.allowed, pace.current + pace.allowed * GROWTH * seconds);
  const tokens = Math.min(burst(current), pace.tokens + fillRate(pace.current) * seconds);
  return { ...pace, current, tokens, at: now };
}

/** A few at once, so that a timer that comes late loses nothing. */
function burst(perSecond: number): number {
  return Math.max(1, Math.min(2, perSecond / 10), perSecond * 0.02);
}

function fillRate(perSecond: number): number {
  return Math.max(SLOWEST / 2, Math.min(perSecond * FILL, perSecond - burst(perSecond)));
}
