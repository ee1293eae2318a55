import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock.ts';
import type { BackgroundReader } from '../store/reader.ts';
import type { Erasing } from '../people/erase-contact.ts';
import type { Blocking } from '../people/block-request.ts';
import type { Store } from '../store/store.ts';
import type { FileLibrary } from './file-library.ts';
import { recogniseApiKey } from './api-key.ts';
import { readJsonBody } from './body.ts';
import { admit, refuseStrangers } from './gate.ts';
import { createIdempotency, markedRequest } from './idempotency.ts';
import { describeApi } from './openapi.ts';
import { Problem } from './problem.ts';
import { oneValueEach } from './query.ts';
import { createRateLimiter } from './rate.ts';
import type { Rate } from './rate.ts';
import { noBody } from './route.ts';
import type { Answer, FileAnswer } from './route.ts';
import { createApiRouter } from './router.ts';
import type { Match } from './router.ts';
import { createRoutes } from './routes.ts';

export const API_BASE = '/api/v1';
const DESCRIPTION_PATH = '/api/openapi.json';

export interface AnsweringDependencies {
  readonly removeFile: Erasing['removeFile'];
  readonly blocking: Blocking;
  readonly store: Store;
  readonly reader: BackgroundReader;
  readonly clock: Clock;
  readonly version: string;
  readonly library: FileLibrary;
  /** Per API key. */
  readonly rate: Rate;
}

/** Answers one request that came in on `port`. Throws Problem, FrontdeskError, or what nobody foresaw. */
export type Answering = (request: IncomingMessage, port: number) => Promise<Answer | FileAnswer>;

/** The way of a request: strangers out, route, key, body, once or again. */
export function createAnswering(deps: AnsweringDependencies): Answering {
  const { store, blocking, removeFile, reader, clock, version, library } = deps;
  const routes = createRoutes({
    store,
    blocking,
    removeFile,
    reader,
    clock,
    version,
    library,
  });
  const router = createApiRouter(routes);
  const description = JSON.stringify(describeApi(routes, { version, base: API_BASE }));
  const idempotency = createIdempotency({ store, clock });
  const gate = {
    recognise: (key: string) => recogniseApiKey({ store, clock }, key),
    limiter: createRateLimiter<number>(deps.rate, clock),
  };

  async function runRoute({ route, params }: Match, url: URL, request: IncomingMessage) {
    const apiKey = route.scope === null ? null : admit(gate, request.headers, route.scope);
    const query = oneValueEach(url.searchParams);
    if (route.kind === 'stream') {
      const { 'content-type': contentType = '', range } = request.headers;
      return await route.stream({ params, query, contentType, range, bytes: request });
    }
    const body = route.body === noBody ? undefined : await readJsonBody(request);
    const run = () => route.run({ params, query, body });
    if (apiKey === null || !route.takesIdempotencyKey) return await run();
    const header = request.headers['idempotency-key'];
    const marked = markedRequest(header, apiKey.id, url.pathname, body);
    return marked === null ? await run() : await idempotency.once(marked, run);
  }

  return async (request, port) => {
    refuseStrangers(request.headers, port);
    const url = addressOf(request);
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
    if (url.pathname === DESCRIPTION_PATH) {
      if (method === 'GET') return { status: 200, json: description };
      throw new Problem('method_not_allowed', `${DESCRIPTION_PATH} takes GET, not ${method}.`, {
        headers: { allow: 'GET' },
      });
    }
    if (!url.pathname.startsWith(`${API_BASE}/`)) {
      throw new Problem(
        'not_found',
        `The API is at ${API_BASE}; ${DESCRIPTION_PATH} describes it.`,
      );
    }
    return await runRoute(router.find(method, url.pathname.slice(API_BASE.length)), url, request);
  };
}

function addressOf({ url = '/' }: IncomingMessage): URL {
  const address = `http://127.0.0.1${url.startsWith('/') ? url : '/'}`;
  if (URL.canParse(address)) return new URL(address);
  throw new Problem('not_found', 'This address can’t be read.');
}
