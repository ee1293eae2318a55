import { z } from 'zod';
import type { JsonObject } from '#shared/json.ts';
import type { Clock } from '../clock.ts';
import { refuse, statusError } from './graph-errors.ts';
import type { Refusal } from './graph-errors.ts';
import type { PracticeNumber } from './model.ts';
import type { Answer } from './outbound.ts';
import type { People, Person } from './people.ts';

/** What Meta allows. Source: meta-platform §1.11. */
const PER_CALL = 1000;
const PER_LIST = 64_000;
const DAY_MS = 24 * 3_600_000;
const LARGEST_PAGE = 1000;
const USUAL_PAGE = 100;

/** The block lists of the numbers, one for each. */
export interface BlockLists {
  block(number: PracticeNumber, body: JsonObject): Answer | Refusal;
  unblock(number: PracticeNumber, body: JsonObject): Answer | Refusal;
  page(number: PracticeNumber, query: URLSearchParams): Answer | Refusal;
  readonly has: (phoneNumberId: string, person: Person) => boolean;
  /** As if another program had done it; asks nobody about the last 24 hours. */
  blockElsewhere(phoneNumberId: string, waIdOrBsuid: string): void;
  unblockElsewhere(phoneNumberId: string, waIdOrBsuid: string): void;
  /** WhatsApp ids, the latest block last. */
  list(phoneNumberId: string): readonly string[];
}

interface Dependencies {
  readonly clock: Clock;
  readonly people: People;
}

interface List {
  readonly people: Set<Person>;
  /** Grows with every change: a cursor of an older list is worth nothing. */
  version: number;
}

const requestSchema = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  block_users: z
    .array(z.looseObject({ user: z.string().optional(), user_id: z.string().optional() }))
    .min(1),
});

type Named = z.output<typeof requestSchema>['block_users'][number];

interface Failed {
  readonly code: number;
  readonly details: string;
}

export function createBlockLists({ clock, people }: Dependencies): BlockLists {
  const lists = new Map<string, List>();

  function listOf(phoneNumberId: string): List {
    const list = lists.get(phoneNumberId) ?? { people: new Set(), version: 1 };
    lists.set(phoneNumberId, list);
    return list;
  }

  function change(
    number: PracticeNumber,
    body: JsonObject,
    done: 'added_users' | 'removed_users',
    work: (list: List, person: Person) => Failed | null,
  ): Answer | Refusal {
    const request = requestSchema.safeParse(body);
    if (!request.success) return refuse(100, z.prettifyError(request.error));
    const users = request.data.block_users;
    if (users.length > PER_CALL) {
      return refuse(100, `The parameter block_users takes at most ${PER_CALL} users.`);
    }
    const list = listOf(number.phoneNumberId);
    const succeeded: JsonObject[] = [];
    const failed: JsonObject[] = [];
    for (const user of users) {
      const person = personFor(number, user);
      const outcome = 'code' in person ? person : (work(list, person) ?? person);
      const input = user.user ?? user.user_id ?? '';
      if ('code' in outcome) {
        failed.push({ input, errors: [statusError(outcome.code, outcome.details)] });
      } else succeeded.push({ input, ...idsOf(outcome) });
    }
    if (succeeded.length > 0) list.version += 1;
    return answerTo(done, succeeded, failed);
  }

  /** `user` wins where both are given. Source: meta-platform §1.11. */
  function personFor(number: PracticeNumber, { user, user_id: userId }: Named): Person | Failed {
    if (user !== undefined) {
      const digits = user.replace(/\D/g, '');
      if (digits === number.displayPhoneNumber.replace(/\D/g, '')) {
        return { code: 131021, details: 'A number can not block itself.' };
      }
      if (!/^[1-9]\d{6,14}$/.test(digits)) {
        return { code: 131009, details: `"${user}" is not a valid phone number.` };
      }
      return people.byPhone(digits);
    }
    if (userId?.includes('.ENT.') === true) {
      return { code: 131009, details: 'A parent business-scoped user ID can not be blocked.' };
    }
    const person = userId === undefined ? undefined : people.find(userId);
    return person ?? { code: 131009, details: 'The user is not known to this business portfolio.' };
  }

  return {
    block: (number, body) =>
      change(number, body, 'added_users', (list, person) => {
        if (list.people.has(person)) return null;
        const wroteAt = person.lastWroteAt.get(number.phoneNumberId) ?? 0;
        if (clock() - wroteAt > DAY_MS) {
          const details = 'The user has not messaged this number in the last 24 hours.';
          return { code: 131047, details };
        }
        if (list.people.size >= PER_LIST) {
          return { code: 139101, details: `The block list holds at most ${PER_LIST} users.` };
        }
        list.people.add(person);
        return null;
      }),
    unblock: (number, body) =>
      change(number, body, 'removed_users', (list, person) => {
        if (list.people.delete(person)) return null;
        return { code: 131009, details: 'The user is not blocked.' };
      }),
    page({ phoneNumberId }, query) {
      const list = listOf(phoneNumberId);
      const cursor = query.get('after');
      const position = cursor === null ? { version: list.version, at: 0 } : readCursor(cursor);
      if (position === undefined) return refuse(100, 'The parameter after is not a valid cursor.');
      if (position.version !== list.version) {
        return refuse(139102, 'The block list was changed while it was read.');
      }
      const size = Math.min(LARGEST_PAGE, Number(query.get('limit') ?? USUAL_PAGE));
      const shown = [...list.people].toReversed().slice(position.at, position.at + size);
      const data = shown.map((person) => ({ messaging_product: 'whatsapp', ...idsOf(person) }));
      if (data.length === 0) return { ok: true, body: { data } };
      const before = writeCursor(position);
      const after = writeCursor({ ...position, at: position.at + shown.length });
      return { ok: true, body: { data, paging: { cursors: { before, after } } } };
    },
    has: (phoneNumberId, person) => lists.get(phoneNumberId)?.people.has(person) === true,
    blockElsewhere(phoneNumberId, waIdOrBsuid) {
      const list = listOf(phoneNumberId);
      list.people.add(people.find(waIdOrBsuid) ?? people.byPhone(waIdOrBsuid));
      list.version += 1;
    },
    unblockElsewhere(phoneNumberId, waIdOrBsuid) {
      const list = listOf(phoneNumberId);
      const person = people.find(waIdOrBsuid);
      if (person !== undefined && list.people.delete(person)) list.version += 1;
    },
    list: (phoneNumberId) => [...listOf(phoneNumberId).people].map(({ waId }) => waId),
  };
}

/** Results and, where some were refused, an error beside them. Source: meta-platform §1.11. */
function answerTo(
  done: string,
  succeeded: readonly JsonObject[],
  failed: readonly JsonObject[],
): Answer {
  const block_users = {
    ...(succeeded.length > 0 && { [done]: succeeded }),
    ...(failed.length > 0 && { failed_users: failed }),
  };
  const body = { messaging_product: 'whatsapp', block_users };
  if (failed.length === 0) return { ok: true, body };
  const error = {
    message: '(#139100) Failed to block or unblock some users',
    type: 'OAuthException',
    code: 139100,
    error_data: { details: `${failed.length} users failed.` },
    fbtrace_id: 'Apractice',
  };
  return { ok: true, status: 400, body: { ...body, error } };
}

/** Meta shows a phone only where the person shares it. Source: meta-platform §3.1. */
function idsOf({ sharesPhone, waId, bsuid }: Person): JsonObject {
  return { ...(sharesPhone && { wa_id: waId }), user_id: bsuid };
}

interface Position {
  readonly version: number;
  readonly at: number;
}

function writeCursor({ version, at }: Position): string {
  return Buffer.from(`${version}:${at}`).toString('base64url');
}

function readCursor(text: string): Position | undefined {
  const match = /^(\d+):(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
  return match === null ? undefined : { version: Number(match[1]), at: Number(match[2]) };
}
