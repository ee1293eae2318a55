import { FrontdeskError } from '#shared/errors.ts';
import { explainError } from '#shared/graph-errors.ts';
import type { JsonObject } from '#shared/json.ts';
import type { Graph } from './client.ts';
import { GraphError } from './failure.ts';

export interface GraphReader {
  /** @param path below the version, such as `106540352242922` */
  read(
    path: string,
    query: Readonly<Record<string, string>>,
    accessToken: string,
  ): Promise<JsonObject>;
}

interface Dependencies {
  readonly graph: Graph;
  readonly baseUrl: string;
  readonly apiVersion: string;
}

/**
 * Questions to Meta for somebody who waits for the answer, before there is an account. They throw
 * FrontdeskError `graph_refused` or `graph_unreachable`, in words.
 */
export function createGraphReader({ graph, baseUrl, apiVersion }: Dependencies): GraphReader {
  return {
    async read(path, query, accessToken) {
      try {
        return await graph.get({ baseUrl, apiVersion, accessToken }, path, query);
      } catch (error) {
        throw error instanceof GraphError ? inWords(error) : error;
      }
    },
  };
}

function inWords(error: GraphError): FrontdeskError {
  const { failure } = error;
  if (failure.kind !== 'refused') {
    return new FrontdeskError(
      'graph_unreachable',
      `${failure.reason} Check the internet connection and try again.`,
      { cause: error },
    );
  }
  const { title, advice } = explainError(failure.code, failure.title);
  const details = failure.details === null ? '' : ` Meta says: ${failure.details}`;
  return new FrontdeskError('graph_refused', `${title}. ${advice}${details}`, { cause: error });
}
