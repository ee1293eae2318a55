import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { graphTarget } from '../../accounts/graph-target.ts';
import { createGraph } from '../../graph/client.ts';
import { EXIT } from '../../launch/exit-code.ts';
import type { TemplateDeps } from '../../templates/ask-meta.ts';
import { syncTemplates } from '../../templates/sync.ts';
import { chosenAccounts } from '../chosen-accounts.ts';
import type { Call, Command, Output } from '../command.ts';
import { graphUrl } from '../graph.ts';

const TIMEOUT_MS = 30_000;

/** One number's result, with names as they stand over REST. */
interface Synced {
  readonly account_id: number;
  readonly total: number;
  readonly gone: number;
  readonly error: string | null;
}

export const templatesSync: Command = {
  words: ['templates', 'sync'],
  summary: 'Brings the templates of a number, or of all, in line with WhatsApp.',
  options: { account: { value: 'ID', help: 'only this number; all active ones if left out' } },
  access: 'writes',
  async run({ given, home, surroundings }) {
    const deps = dependencies({ home, surroundings });
    const results: Synced[] = [];
    for (const { id } of chosenAccounts(given, home.store)) {
      // oxlint-disable-next-line no-await-in-loop -- one number after the other
      results.push(await sync(deps, id));
    }
    return output(results);
  },
};

/** One number that can't be asked must not keep the others from it. */
async function sync(deps: TemplateDeps, id: AccountId): Promise<Synced> {
  try {
    return { account_id: id, ...(await syncTemplates(deps, id)), error: null };
  } catch (error) {
    if (!(error instanceof FrontdeskError)) throw error;
    return { account_id: id, total: 0, gone: 0, error: error.message };
  }
}

function dependencies({ home, surroundings }: Pick<Call, 'home' | 'surroundings'>): TemplateDeps {
  const { fetch, clock, log } = surroundings;
  const { store, vault } = home;
  const url = graphUrl(surroundings);
  return {
    store,
    clock,
    log,
    graph: createGraph({ fetch, clock, timeoutMs: TIMEOUT_MS }),
    connect: (id) => graphTarget({ store, vault, baseUrl: () => url }, id),
  };
}

function output(results: readonly Synced[]): Output {
  const lines = results.map(({ account_id, total, gone, error }) =>
    error === null
      ? `Account ${account_id}: ${total} templates; ${gone} that were here are not at WhatsApp any more.`
      : `Account ${account_id}: ${error}`,
  );
  const hasFailed = results.some(({ error }) => error !== null);
  return {
    json: { data: results },
    text: lines.length === 0 ? 'No number is connected.' : lines.join('\n'),
    ...(hasFailed && { exitCode: EXIT.failed }),
  };
}
