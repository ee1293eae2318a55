import { unreachable } from '#shared/unreachable.ts';
import { allow, answered, nextTurnAt, slowDown, spend, startPace, tokensAt } from './pacing.ts';
import { backoff } from './retry-policy.ts';
import type { Verdict } from './retry-policy.ts';

/** How much may leave from a number at a moment: its pace, its rests, and caution after trouble. */
export interface Throttle {
  /** How many more messages may leave now. */
  room(now: number, inFlight: number): number;
  /** When there may be room again; null when only an answer can make room. */
  roomAt(now: number, inFlight: number): number | null;
  /** Nothing leaves before this time. */
  readonly restsUntil: number;
  allow(perSecond: number, now: number): void;
  sent(count: number, now: number): void;
  /** Meta, or the end of our patience, has answered a message that left at that time. */
  answered(leftAt: number, now: number): void;
  accepted(): void;
  failed(verdict: Verdict, now: number): void;
  /** The network may be back: don't wait to find out. */
  endRest(): void;
}

/** Requests side by side: about a second's worth, so that an outage leaves few in doubt. */
const MOST_IN_FLIGHT = 400;
/** So many in one turn of the loop, which has other things to do too. */
const MOST_AT_ONCE = 40;
const LONGEST_REST_MS = 20_000;
/** So many unanswered requests in a row look like an outage: then one at a time is tried. */
const DOUBTS_LIKE_AN_OUTAGE = 5;

export function createThrottle(perSecond: number, now: number, random: () => number): Throttle {
  let pace = startPace(perSecond, now);
  let restsUntil = 0;
  let isProbing = false;
  let troubles = 0;
  let doubts = 0;

  function slots(inFlight: number): number {
    return (isProbing ? 1 : Math.min(MOST_IN_FLIGHT, pace.allowed)) - inFlight;
  }

  /** Of many requests that fail together only the first one lengthens the rest. */
  function restAndProbe(at: number): void {
    isProbing = true;
    if (at < restsUntil) return;
    troubles += 1;
    restsUntil = at + Math.ceil(backoff(troubles, random, LONGEST_REST_MS));
  }

  function isReached(): void {
    isProbing = false;
    troubles = 0;
    doubts = 0;
  }

  return {
    room: (at, inFlight) =>
      at < restsUntil
        ? 0
        : Math.max(0, Math.min(slots(inFlight), tokensAt(pace, at), MOST_AT_ONCE)),
    roomAt(at, inFlight) {
      if (at < restsUntil) return restsUntil;
      return slots(inFlight) > 0 ? nextTurnAt(pace, at) : null;
    },
    get restsUntil() {
      return restsUntil;
    },
    allow(allowed, at) {
      pace = allow(pace, allowed, at);
    },
    sent(count, at) {
      pace = spend(pace, count, at);
    },
    answered(leftAt, at) {
      pace = answered(pace, leftAt, at);
    },
    accepted: isReached,
    failed(verdict, at) {
      switch (verdict.kind) {
        case 'again':
          isReached();
          if (verdict.slowsDown) pace = slowDown(pace, at);
          if (verdict.rests === 'number') restsUntil = Math.max(restsUntil, verdict.at);
          return;
        case 'failed':
          isReached();
          return;
        case 'paused':
          isProbing = true;
          return;
        case 'offline':
          restAndProbe(at);
          return;
        case 'in_doubt':
          doubts += 1;
          if (doubts >= DOUBTS_LIKE_AN_OUTAGE) restAndProbe(at);
          return;
        default:
          unreachable(verdict);
      }
    },
    endRest() {
      restsUntil = 0;
    },
  };
}
