import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { graphTarget } from '../accounts/graph-target.ts';
import { createGraph } from '../graph/client.ts';
import { EXIT } from '../launch/exit-code.ts';
import { chosenAccounts } from './chosen-accounts.ts';
import type { Call, Output } from './command.ts';
import { graphUrl } from './graph.ts';

const TIMEOUT_MS = 30_000;

/** One number's result, with names as they stand over REST. */
type NumberResult<Result> = Result & {
  readonly account_id: number;
  readonly error: string | null;
};

interface Work<Result> {
  /** What a number that could not be asked has to show. */
  readonly nothing: Result;
  readonly ask: (id: AccountId) => Promise<Result>;
  readonly say: (result: Result) => string;
}

/**
 * Asks WhatsApp about the chosen number, or about all of them one after the other. One that can't be
 * asked must not keep the others from it, but the command fails then.
 */
export async function numberByNumber<Result extends object>(
  { given, home }: Pick<Call, 'given' | 'home'>,
  { nothing, ask, say }: Work<Result>,
): Promise<Output> {
  const results: NumberResult<Result>[] = [];
  for (const { id } of chosenAccounts(given, home.store)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one number after the other
      results.push({ account_id: id, ...(await ask(id)), error: null });
    } catch (error) {
      if (!(error instanceof FrontdeskError)) throw error;
      results.push({ account_id: id, ...nothing, error: error.message });
    }
  }
  const lines = results.map(
    (result) => `Account ${result.account_id}: ${result.error ?? say(result)}`,
  );
  const hasFailed = results.some(({ error }) => error !== null);
  return {
    json: { data: results },
    text: lines.length === 0 ? 'No number is connected.' : lines.join('\n'),
    ...(hasFailed && { exitCode: EXIT.failed }),
  };
}

/** How a command reaches Meta. */
export function wayToMeta({ home, surroundings }: Pick<Call, 'home' | 'surroundings'>) {
  const { fetch, clock, log } = surroundings;
  const { store, vault } = home;
  const url = graphUrl(surroundings);
  return {
    store,
    clock,
    log,
    graph: createGraph({ fetch, clock, timeoutMs: TIMEOUT_MS }),
    connect: (id: AccountId) => graphTarget({ store, vault, baseUrl: () => url }, id),
  };
}
