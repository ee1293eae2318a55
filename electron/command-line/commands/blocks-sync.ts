import { setTimeout as wait } from 'node:timers/promises';
import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { graphTarget } from '../../accounts/graph-target.ts';
import { createGraph } from '../../graph/client.ts';
import { EXIT } from '../../launch/exit-code.ts';
import { applySync } from '../../people/block-sync.ts';
import type { Blocking } from '../../people/block-request.ts';
import { chosenAccounts } from '../chosen-accounts.ts';
import type { Call, Command, Output } from '../command.ts';
import { graphUrl } from '../graph.ts';

const TIMEOUT_MS = 30_000;

/** One number's result, with names as they stand over REST. */
interface Synced {
  readonly account_id: number;
  readonly added: number;
  readonly ended: number;
  readonly total: number;
  readonly error: string | null;
}

export const blocksSync: Command = {
  words: ['blocks', 'sync'],
  summary: 'Makes the block list of a number, or of all, equal to the one at WhatsApp.',
  options: { account: { value: 'ID', help: 'only this number; all active ones if left out' } },
  access: 'writes',
  async run({ given, home, surroundings }) {
    const deps = blocking({ home, surroundings });
    const results: Synced[] = [];
    for (const { id } of chosenAccounts(given, home.store)) {
      // oxlint-disable-next-line no-await-in-loop -- one number after the other
      results.push(await sync(deps, id));
    }
    return output(results);
  },
};

/** One number that can't be asked must not keep the others from it. */
async function sync(deps: Blocking, id: AccountId): Promise<Synced> {
  try {
    const { added, ended, total } = await applySync(deps, id, null);
    return { account_id: id, added, ended, total, error: null };
  } catch (error) {
    if (!(error instanceof FrontdeskError)) throw error;
    return { account_id: id, added: 0, ended: 0, total: 0, error: error.message };
  }
}

function blocking({ home, surroundings }: Pick<Call, 'home' | 'surroundings'>): Blocking {
  const { fetch, clock, log } = surroundings;
  const { store, vault } = home;
  const url = graphUrl(surroundings);
  return {
    store,
    clock,
    log,
    graph: createGraph({ fetch, clock, timeoutMs: TIMEOUT_MS }),
    connect: (id) => graphTarget({ store, vault, baseUrl: () => url }, id),
    wait,
  };
}

function output(results: readonly Synced[]): Output {
  const lines = results.map(({ account_id, added, ended, total, error }) =>
    error === null
      ? `Account ${account_id}: ${total} blocked, ${added} of them new here; ${ended} not blocked any more.`
      : `Account ${account_id}: ${error}`,
  );
  const hasFailed = results.some(({ error }) => error !== null);
  return {
    json: { data: results },
    text: lines.length === 0 ? 'No number is connected.' : lines.join('\n'),
    ...(hasFailed && { exitCode: EXIT.failed }),
  };
}
