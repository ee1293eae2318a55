import { GRAPH_VERSION } from '../accounts/graph-version.ts';
import { createGraph } from '../graph/client.ts';
import { createGraphReader } from '../graph/reads.ts';
import type { GraphReader } from '../graph/reads.ts';
import { UsageError } from './command.ts';
import type { Surroundings } from './command.ts';

const TIMEOUT_MS = 15_000;

/** Where Graph is: `FRONTDESK_GRAPH_URL` or Meta's own. Throws UsageError. */
export function graphUrl({ environment }: Pick<Surroundings, 'environment'>): string {
  const given = environment['FRONTDESK_GRAPH_URL'];
  if (given === undefined || given === '') return 'https://graph.facebook.com';
  if (/^https?:\/\//.test(given) && URL.canParse(given)) return given.replace(/\/+$/, '');
  throw new UsageError(`FRONTDESK_GRAPH_URL must be an http or https address, not “${given}”.`);
}

export function graphReader(surroundings: Surroundings): GraphReader {
  const { fetch, clock } = surroundings;
  return createGraphReader({
    graph: createGraph({ fetch, clock, timeoutMs: TIMEOUT_MS }),
    baseUrl: graphUrl(surroundings),
    apiVersion: GRAPH_VERSION,
  });
}
