import type { AccountId } from '#shared/ids.ts';
import { blockedPage } from '../graph/blocks.ts';
import type { BlockedPage, BlockedThere } from '../graph/blocks.ts';
import type { GraphTarget } from '../graph/client.ts';
import { GraphError } from '../graph/failure.ts';
import { FrontdeskError } from '#shared/errors.ts';
import { patiently } from './block-request.ts';
import type { Blocking } from './block-request.ts';
import { failureInWords } from './block-words.ts';

/** Meta's code for a list that changed between two of its pages. Source: meta-platform §1.11. */
const CHANGED_MEANWHILE = 139102;
const READINGS = 4;

/**
 * Everybody on the block list of a number at Meta, over all its pages; read from the start again when
 * it changes meanwhile. Throws FrontdeskError `graph_refused` or `graph_unreachable`, in words, or as
 * `connect` does.
 */
export async function readListThere(
  deps: Blocking,
  accountId: AccountId,
): Promise<readonly BlockedThere[]> {
  const target = await deps.connect(accountId);
  for (let reading = 1; ; reading += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- only when the reading before was in vain
      return await readAllPages(deps, target);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      if (!hasChanged(error) || reading === READINGS) throw inWords(error);
    }
  }
}

async function readAllPages(deps: Blocking, target: GraphTarget): Promise<BlockedThere[]> {
  const people: BlockedThere[] = [];
  const seen = new Set<string>();
  let after: string | null = null;
  do {
    const from: string | null = after;
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page: BlockedPage = await readPage(deps, target, from);
    people.push(...page.people);
    if (from !== null) seen.add(from);
    // A cursor that leads back would go round for ever.
    after = page.after !== null && !seen.has(page.after) ? page.after : null;
  } while (after !== null);
  return people;
}

/** A changed list is not waited for: its other pages are worth nothing either. */
function readPage(deps: Blocking, target: GraphTarget, after: string | null): Promise<BlockedPage> {
  return patiently(deps, () => blockedPage(deps.graph, target, after), hasChanged);
}

function hasChanged({ failure }: GraphError): boolean {
  return failure.kind === 'refused' && failure.code === CHANGED_MEANWHILE;
}

function inWords(error: GraphError): FrontdeskError {
  if (error.failure.kind !== 'refused') {
    return new FrontdeskError(
      'graph_unreachable',
      'WhatsApp’s block list could not be read, because WhatsApp could not be reached. Nothing was changed. Check the internet connection and try again.',
      { cause: error },
    );
  }
  const { title, advice } = failureInWords(error.failure);
  return new FrontdeskError('graph_refused', `${title}. ${advice}`, { cause: error });
}
