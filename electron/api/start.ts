import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { listenOnLoopback } from '../loopback.ts';
import type { PortChoice } from '../loopback.ts';
import { API_BASE, createAnswering } from './answering.ts';
import type { AnsweringDependencies } from './answering.ts';
import { asProblem, Problem } from './problem.ts';
import { endWithProblem, sendAnswer, sendProblem } from './reply.ts';

const RATE = { perSecond: 50, burst: 200 };

/** Local programs are quick; whoever is not holds a socket for no good reason. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };

/** What still runs when Frontdesk ends; the whole end may take 5 s. */
const FINISH_WITHIN_MS = 2_000;

export interface ApiDependencies extends Omit<AnsweringDependencies, 'rate'> {
  readonly log: Log;
  readonly port: PortChoice;
  /** Per API key; 50 requests a second and 200 at once unless said. */
  readonly rate?: AnsweringDependencies['rate'];
}

export interface Api {
  /** `http://127.0.0.1:PORT/api/v1` */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, gives those that run 2 s to finish, and gives the port back. */
  close(): Promise<void>;
}

/** Serves the REST API on 127.0.0.1. Throws as `listenOnLoopback` does when the port is taken. */
export async function startApi(deps: ApiDependencies): Promise<Api> {
  const { log } = deps;
  const answer = createAnswering({ ...deps, rate: deps.rate ?? RATE });
  let port = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await sendAnswer(response, await answer(request, port));
    } catch (error) {
      sendProblem(response, asProblem(error) ?? unforeseen(error, request, log));
    }
  }

  const server = createServer(TIMEOUTS, (request, response) => void handle(request, response));
  server.on('clientError', (_error, socket) => {
    endWithProblem(socket, new Problem('bad_input', 'This is not an HTTP request.'));
  });
  port = await listenOnLoopback(server, deps.port);
  return {
    url: `http://127.0.0.1:${port}${API_BASE}`,
    port,
    async close() {
      const tooLate = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(tooLate);
    },
  };
}

function unforeseen(error: unknown, { method, url }: IncomingMessage, log: Log): Problem {
  log.error({ error, method, path: url?.split('?')[0] }, 'an API request failed unexpectedly');
  return new Problem('internal', 'It is written in Frontdesk’s log. Please try again.');
}
