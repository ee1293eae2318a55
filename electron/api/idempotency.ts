import { createHash } from 'node:crypto';
import type { ApiKeyId } from '#shared/ids.ts';
import { isJsonObject } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { isJsonList } from '#shared/json-fields.ts';
import type { Clock } from '../clock.ts';
import {
  findMarkedRequest,
  forgetMarkedRequest,
  forgetMarkedRequestsBefore,
  keepAnswer,
  noteMarkedRequest,
} from '../store/idempotency-keys.ts';
import type { MarkedRequest, RememberedRequest } from '../store/idempotency-keys.ts';
import type { Store } from '../store/store.ts';
import { asProblem, Problem } from './problem.ts';
import type { Answer } from './route.ts';

const KEPT_MS = 24 * 3_600_000;
const KEY = /^[\x21-\x7e]{1,255}$/;

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
}

export interface Idempotency {
  /**
   * Runs `work` unless the same request has run in the last 24 hours: then gives its answer again.
   * A request that was refused has done nothing and is forgotten; anything else is remembered,
   * even when Frontdesk ends in the middle of it.
   */
  once(request: MarkedRequest, work: () => Promise<Answer>): Promise<Answer>;
}

export function createIdempotency({ store, clock }: Dependencies): Idempotency {
  const running = new Map<string, Promise<unknown>>();

  async function runMarked(request: MarkedRequest, work: () => Promise<Answer>): Promise<Answer> {
    store.write((tx) => noteMarkedRequest(tx, request, clock()));
    try {
      const answer = await work();
      store.write((tx) => keepAnswer(tx, request, answer.status, answer.json));
      return answer;
    } catch (error) {
      // After an error that nobody foresaw it is not known what was done: the key stays spent.
      if (asProblem(error) !== undefined) store.write((tx) => forgetMarkedRequest(tx, request));
      throw error;
    }
  }

  return {
    async once(request, work) {
      const slot = `${request.apiKeyId} ${request.key}`;
      while (running.has(slot)) await running.get(slot)?.catch(() => undefined);
      store.write((tx) => forgetMarkedRequestsBefore(tx, clock() - KEPT_MS));
      const former = findMarkedRequest(store, request);
      if (former !== undefined) return answerAgain(former, request);
      const run = runMarked(request, work).finally(() => running.delete(slot));
      running.set(slot, run);
      return await run;
    },
  };
}

function answerAgain(former: RememberedRequest, request: MarkedRequest): Answer {
  if (former.requestHash !== request.requestHash) {
    throw new Problem(
      'idempotency_mismatch',
      `The Idempotency-Key “${request.key}” was used for another request in the last 24 hours. Use a new key for a new request.`,
    );
  }
  if (former.answer !== null) return former.answer;
  throw new Problem(
    'conflict',
    `A request with the Idempotency-Key “${request.key}” was cut off, and it is not known how far it came. Look whether it was done before you send it with a new key.`,
  );
}

/** Null without the header. Throws Problem `bad_input` when it is no usable key. */
export function markedRequest(
  header: string | readonly string[] | undefined,
  apiKeyId: ApiKeyId,
  path: string,
  body: Json | undefined,
): MarkedRequest | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !KEY.test(header)) {
    throw new Problem(
      'bad_input',
      'Idempotency-Key must be 1 to 255 letters, digits and signs without spaces.',
      { errors: [{ path: 'Idempotency-Key', message: 'is not usable' }] },
    );
  }
  const requestHash = createHash('sha256')
    .update(`${path}\n${body === undefined ? '' : canonical(body)}`)
    .digest('hex');
  return { apiKeyId, key: header, requestHash };
}

/** The same text for the same JSON, in whatever order its fields were written. */
function canonical(json: Json): string {
  if (isJsonList(json)) return `[${json.map(canonical).join(',')}]`;
  if (!isJsonObject(json)) return JSON.stringify(json);
  const fields = Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(',')}}`;
}
