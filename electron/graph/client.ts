import { createHmac } from 'node:crypto';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { JsonObject } from '#shared/json.ts';
import { fieldAt, numberAt, objectAt, textAt } from '#shared/json-fields.ts';
import type { Clock } from '../clock.ts';
import { GraphError } from './failure.ts';
import type { GraphFailure } from './failure.ts';
import { readRetryAfter } from './retry-after.ts';
import { transportFailure } from './transport-failure.ts';

/** Where a request goes and who asks. Holds secrets: never log it. */
export interface GraphTarget {
  /** `https://graph.facebook.com`, without a slash at the end. */
  readonly baseUrl: string;
  /** `v26.0` */
  readonly apiVersion: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Signs requests where it is known, so that a stolen token alone is of no use. */
  readonly appSecret?: string;
}

export type GraphAccess = Omit<GraphTarget, 'phoneNumberId'>;

/** Every call throws GraphError when Meta does not answer with success. */
export interface Graph {
  /** @param path below the version, such as `106540352242922/phone_numbers` */
  get(
    access: GraphAccess,
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<JsonObject>;
  /** @param signal gives the request up early; what became of it is then unknown */
  post(
    access: GraphAccess,
    path: string,
    body: JsonObject,
    signal?: AbortSignal,
  ): Promise<JsonObject>;
  delete(
    access: GraphAccess,
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<JsonObject>;
  /**
   * Sends a body that is read while it is sent, and so need not fit into memory. How long that may
   * take, only the caller can say.
   *
   * @param signal gives the request up
   */
  postStream(
    access: GraphAccess,
    path: string,
    body: StreamedBody,
    signal: AbortSignal,
  ): Promise<JsonObject>;
  /**
   * For an edge that does a thing for many at once. Where the answer has the object `results`, it
   * says for whom it worked and comes back even if an error stands beside it.
   */
  changeMany(
    access: GraphAccess,
    method: 'POST' | 'DELETE',
    path: string,
    body: JsonObject,
    results: string,
  ): Promise<JsonObject>;
}

export interface StreamedBody {
  readonly contentType: string;
  /** Must be true to the byte. */
  readonly bytes: number;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Where in the file it begins, for a resumable upload. Source: meta-platform §1.8. */
  readonly offset?: number;
}

interface Dependencies {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

export function createGraph({ fetch, clock, timeoutMs }: Dependencies): Graph {
  function callInTime(
    url: URL,
    access: GraphAccess,
    init: RequestInit,
    results?: string,
  ): Promise<JsonObject> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const headers = { ...(init.body !== undefined && { 'content-type': 'application/json' }) };
    return call(url, access, { ...init, signal }, headers, results);
  }

  async function call(
    url: URL,
    access: GraphAccess,
    init: RequestInit & StreamInit,
    headers: Readonly<Record<string, string>>,
    results?: string,
  ): Promise<JsonObject> {
    const response = await attempt(() =>
      fetch(url, {
        // A redirect would carry the message, and perhaps the token, to another place.
        redirect: 'manual',
        ...init,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${access.accessToken}`,
          ...headers,
        },
      }),
    );
    const answer = readObject(await attempt(() => response.text()));
    if (response.ok && answer !== undefined && fieldAt(answer, 'error') === undefined) {
      return answer;
    }
    if (results !== undefined && objectAt(answer, results) !== undefined) return answer ?? {};
    throw new GraphError(failureOf(response, answer, clock()));
  }

  return {
    get: (access, path, query) => callInTime(urlOf(access, path, query), access, { method: 'GET' }),
    delete: (access, path, query) =>
      callInTime(urlOf(access, path, query), access, { method: 'DELETE' }),
    postStream: (access, path, { contentType, bytes, chunks, offset }, signal) =>
      call(
        urlOf(access, path, {}),
        access,
        { ...ONE_WAY, method: 'POST', body: streamOf(chunks), signal },
        {
          'content-type': contentType,
          'content-length': String(bytes),
          ...(offset !== undefined && {
            authorization: `OAuth ${access.accessToken}`,
            file_offset: String(offset),
          }),
        },
      ),
    post: (access, path, body, signal) =>
      callInTime(urlOf(access, path, {}), access, {
        method: 'POST',
        body: JSON.stringify(body),
        ...(signal && { signal }),
      }),
    changeMany: (access, method, path, body, results) =>
      callInTime(urlOf(access, path, {}), access, { method, body: JSON.stringify(body) }, results),
  };
}

interface StreamInit {
  readonly duplex?: 'half';
}

/**
 * A streamed body leaves before the answer is read, and only once. With less than this, `fetch`
 * keeps a copy of all that has left, in case that it has to be sent again: a film would be in
 * memory after all.
 */
const ONE_WAY = { duplex: 'half', redirect: 'error', window: null } as const;

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function urlOf(access: GraphAccess, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(`${access.baseUrl}/${access.apiVersion}/${path}`);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  if (access.appSecret !== undefined) {
    const proof = createHmac('sha256', access.appSecret).update(access.accessToken).digest('hex');
    url.searchParams.set('appsecret_proof', proof);
  }
  return url;
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new GraphError(transportFailure(error), { cause: error });
  }
}

function readObject(text: string): JsonObject | undefined {
  try {
    const json = parseJson(text);
    return isJsonObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An answer in Meta's error envelope is a refusal, whatever its HTTP status. Without the envelope,
 * 3xx and 4xx say that the request was not carried out, except for 408, where the server lost
 * patience; anything else leaves it open.
 */
function failureOf(
  { status, headers }: Response,
  answer: JsonObject | undefined,
  now: number,
): GraphFailure {
  const error = objectAt(answer, 'error');
  const code = numberAt(error, 'code');
  const isNoByStatus = status >= 300 && status < 500 && status !== 408;
  if (code === undefined && !isNoByStatus) {
    return { kind: 'ambiguous', reason: `Meta’s answer could not be read (HTTP ${status}).` };
  }
  return {
    kind: 'refused',
    status,
    code: code ?? null,
    subcode: numberAt(error, 'error_subcode') ?? null,
    title: textAt(error, 'message') ?? `HTTP ${status} without an explanation`,
    // Of templates, Meta tells people more than programs.
    details:
      textAt(objectAt(error, 'error_data'), 'details') ?? textAt(error, 'error_user_msg') ?? null,
    isTransient: fieldAt(error, 'is_transient') === true,
    retryAfterMs: readRetryAfter(headers, now),
    fbtraceId: textAt(error, 'fbtrace_id') ?? null,
  };
}
