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
 * How fast a number sends. Two rules hold together. Whatever the network does in between, Meta never
 * sees more than the allowance in any second: a message counts from when it leaves until a second
 * after it arrived. When that was is known from its answer, less what the quickest answers take.
 * And a bucket that fills at the allowed pace spreads it over the second: it holds a tenth of a
 * second's worth, which makes up for a computer that was busy for a moment.
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
  /** How many have left and are not answered. */
  readonly underWay: number;
  /** What arrived within the window, oldest first. */
  readonly arrived: readonly Arrival[];
  readonly quickest: Quickest;
}

/** How long the quickest answers take. */
interface Quickest {
  readonly since: number;
  readonly ms: number;
  /** In the time before. Nothing is taken for granted at first. */
  readonly beforeMs: number;
}

interface Arrival {
  readonly at: number;
  readonly count: number;
}

/** Meta's second, and a little for clocks that count in whole milliseconds. */
const WINDOW_MS = SECOND + 5;
/** Of a second's worth. */
const BURST = 0.1;
/** Of the allowance, per second: after a halving the full pace is back in 25 s. */
const GROWTH = 0.02;
const SLOWEST = 1;
/** Refusals of messages that were on their way already don't halve the pace once more. */
const SLOWDOWN_REST_MS = 2 * SECOND;
/** At a high pace it is worth waiting for a few together, of a second's worth. */
const TOGETHER = 0.01;
/**
 * The quickest answer of so long, and of so long before, tells how long the way is at least. In a
 * shorter time all may be slow together, because a computer is busy, and quick again the next moment.
 */
const SAMPLE_MS = 30 * SECOND;

export function startPace(allowed: number, now: number): Pace {
  return {
    allowed,
    current: allowed,
    tokens: burst(allowed),
    at: now,
    slowedAt: 0,
    underWay: 0,
    arrived: [],
    quickest: { since: now, ms: 0, beforeMs: 0 },
  };
}

/** How many messages may leave now. */
export function tokensAt(pace: Pace, now: number): number {
  const { tokens, current, underWay, arrived } = advance(pace, now);
  const room = Math.floor(current) - underWay - countOf(arrived);
  return Math.max(0, Math.min(Math.floor(tokens), room));
}

/** @param count at most `tokensAt` the same moment */
export function spend(pace: Pace, count: number, now: number): Pace {
  const advanced = advance(pace, now);
  return {
    ...advanced,
    tokens: advanced.tokens - count,
    underWay: advanced.underWay + count,
  };
}

/** One of the messages that left at `leftAt` is answered. */
export function answered(pace: Pace, leftAt: number, now: number): Pace {
  const advanced = advance(pace, now);
  const tookMs = Math.max(0, now - leftAt);
  const quickest = withSample(advanced.quickest, tookMs, now);
  const arrivedAt = now - Math.min(quickest.ms, quickest.beforeMs);
  return {
    ...advanced,
    underWay: advanced.underWay - 1,
    quickest,
    arrived: withOneMore(advanced.arrived, arrivedAt),
  };
}

function withSample(quickest: Quickest, tookMs: number, now: number): Quickest {
  const isOver = Math.abs(now - quickest.since) >= SAMPLE_MS;
  if (isOver) return { since: now, ms: tookMs, beforeMs: quickest.ms };
  return { ...quickest, ms: Math.min(quickest.ms, tookMs) };
}

/**
 * When it is worth looking again: for one message, or at a high pace for a few together. Null when
 * only an answer makes room.
 */
export function nextTurnAt(pace: Pace, now: number): number | null {
  const { tokens, current, underWay, arrived } = advance(pace, now);
  const wanted = Math.max(1, Math.floor(current * TOGETHER));
  const roomAt = roomInWindowAt(arrived, Math.floor(current) - wanted - underWay, now);
  if (roomAt === null) return null;
  const filledAt = now + Math.ceil((Math.max(0, wanted - tokens) / current) * SECOND);
  return Math.max(filledAt, roomAt);
}

/** When no more than `most` of what arrived are within the window. */
function roomInWindowAt(arrived: readonly Arrival[], most: number, now: number): number | null {
  if (most < 0) return null;
  let left = countOf(arrived);
  let at = now;
  for (const arrival of arrived) {
    if (left <= most) break;
    left -= arrival.count;
    at = Math.max(at, arrival.at + WINDOW_MS);
  }
  return at;
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
  if (allowed === pace.allowed) return pace;
  return { ...advance(pace, now), allowed, current: allowed, tokens: 0, slowedAt: 0 };
}

function advance(pace: Pace, now: number): Pace {
  // A clock that was set back gives nothing for free, and does not stop the number for hours.
  const setBackMs = Math.max(0, pace.at - now);
  const seconds = Math.max(0, now - pace.at) / SECOND;
  const current = Math.min(pace.allowed, pace.current + pace.allowed * GROWTH * seconds);
  const tokens = Math.min(burst(current), pace.tokens + pace.current * seconds);
  return { ...pace, current, tokens, at: now, arrived: withinWindow(pace.arrived, now, setBackMs) };
}

function withinWindow(
  arrived: readonly Arrival[],
  now: number,
  setBackMs: number,
): readonly Arrival[] {
  if (setBackMs > 0) return arrived.map(({ at, count }) => ({ at: at - setBackMs, count }));
  const first = arrived.findIndex(({ at }) => now - at < WINDOW_MS);
  if (first === 0) return arrived;
  return first === -1 ? [] : arrived.slice(first);
}

function withOneMore(arrived: readonly Arrival[], at: number): readonly Arrival[] {
  const last = arrived.at(-1);
  return last?.at === at
    ? [...arrived.slice(0, -1), { at, count: last.count + 1 }]
    : [...arrived, { at, count: 1 }];
}

function countOf(arrived: readonly Arrival[]): number {
  return arrived.reduce((sum, { count }) => sum + count, 0);
}

function burst(perSecond: number): number {
  return Math.max(1, perSecond * BURST);
}
