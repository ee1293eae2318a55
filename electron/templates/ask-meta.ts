import { FrontdeskError } from '#shared/errors.ts';
import { explainError, ruleForError } from '#shared/graph-errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { Graph, GraphTarget } from '../graph/client.ts';
import { GraphError } from '../graph/failure.ts';
import type { Log } from '../log.ts';
import { graphRoute } from '../store/accounts.ts';
import type { GraphRoute } from '../store/accounts.ts';
import type { Reader, Store } from '../store/store.ts';

export interface TemplateDeps {
  readonly store: Store;
  readonly graph: Graph;
  /** How a number reaches Meta. Throws FrontdeskError. */
  readonly connect: (id: AccountId) => Promise<GraphTarget>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Does something at Meta; a failure comes as FrontdeskError `graph_refused` or `graph_unreachable`, in words. */
export async function askMeta<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof GraphError ? inWords(error) : error;
  }
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
  const { code, subcode, title, details } = failure;
  // Of templates, Meta tells by the subcode what is wrong.
  const rule = code === null ? undefined : ruleForError(code, subcode);
  const words = rule ?? explainError(code, title);
  const remark = details === null ? '' : ` Meta says: ${details}`;
  return new FrontdeskError('graph_refused', `${words.title}. ${words.advice}${remark}`, {
    cause: error,
  });
}

/** Throws FrontdeskError `no_account`. */
export function requireRoute(db: Reader, id: AccountId): GraphRoute {
  const route = graphRoute(db, id);
  if (route !== undefined) return route;
  throw new FrontdeskError('no_account', 'This number was removed. Choose another one.');
}
