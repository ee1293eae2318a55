import { actionForRefusal } from '#shared/graph-errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { BlockProblem } from '#shared/models/block.ts';
import type { Clock } from '../clock.ts';
import { BLOCKS_PER_CALL } from '../graph/blocks.ts';
import type { BlockAddress, BlockAnswer, BlockVerdict } from '../graph/blocks.ts';
import type { Graph, GraphTarget } from '../graph/client.ts';
import { GraphError } from '../graph/failure.ts';
import type { GraphFailure } from '../graph/failure.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { BlockedPerson } from '../store/blocks.ts';
import { failureInWords, refusalInWords } from './block-words.ts';

/** What blocking, unblocking and syncing need of the world. */
export interface Blocking {
  readonly store: Store;
  readonly graph: Graph;
  /** Throws FrontdeskError `no_account` or `secret_store`. */
  readonly connect: (accountId: AccountId) => Promise<GraphTarget>;
  readonly clock: Clock;
  readonly log: Log;
  /** Between two attempts, when WhatsApp asks for patience. */
  readonly wait: (ms: number) => Promise<unknown>;
}

/** What became of one person. */
export interface Settled<Person> {
  readonly person: Person;
  /** As WhatsApp writes their number, digits only; null where it did not say. */
  readonly waId: string | null;
  readonly problem: BlockProblem | null;
}

type Change = (
  graph: Graph,
  target: GraphTarget,
  people: readonly BlockAddress[],
) => Promise<BlockAnswer>;

/**
 * Asks Meta to change its list for any number of people, in slices, and hands on what became of each
 * slice as soon as it is known. When a whole slice fails, the rest is not asked and fails with it.
 * Everybody must have an address (`addressOf`). Throws as `connect` does, before anything is asked.
 */
export async function changeAtMeta<Person extends BlockedPerson>(
  deps: Blocking,
  accountId: AccountId,
  change: Change,
  people: readonly Person[],
  settle: (slice: readonly Settled<Person>[]) => Promise<void>,
): Promise<void> {
  if (people.length === 0) return;
  const target = await deps.connect(accountId);
  for (let start = 0; start < people.length; start += BLOCKS_PER_CALL) {
    const slice = people.slice(start, start + BLOCKS_PER_CALL);
    try {
      // oxlint-disable-next-line no-await-in-loop -- slices follow each other, as the pace wants
      const answer = await patiently(deps, () => change(deps.graph, target, addresses(slice)));
      // oxlint-disable-next-line no-await-in-loop -- a slice is on disk before the next is asked
      await settle(settledSlice(slice, answer));
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      deps.log.warn({ accountId, error }, 'the block list at Meta could not be changed');
      const problem = failureInWords(error.failure);
      // oxlint-disable-next-line no-await-in-loop -- the loop ends here
      await settle(people.slice(start).map((person) => ({ person, waId: null, problem })));
      return;
    }
  }
}

const ATTEMPTS = 4;

/** Blocking twice is blocking once, so what may help is tried again. Throws GraphError. */
export async function patiently<T>(
  { wait }: Pick<Blocking, 'wait'>,
  ask: () => Promise<T>,
  isHopeless: (error: GraphError) => boolean = () => false,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
      return await ask();
    } catch (error) {
      if (!(error instanceof GraphError) || attempt === ATTEMPTS || isHopeless(error)) throw error;
      const pause = pauseAfter(error.failure, attempt);
      if (pause === undefined) throw error;
      // oxlint-disable-next-line no-await-in-loop -- the pause is between them
      await wait(pause);
    }
  }
}

function pauseAfter(failure: GraphFailure, attempt: number): number | undefined {
  if (failure.kind !== 'refused') return undefined;
  const { kind } = actionForRefusal(failure);
  if (kind !== 'retry' && kind !== 'slow') return undefined;
  return Math.max(failure.retryAfterMs ?? 0, 500 * 2 ** attempt);
}

/** Undefined for somebody whom WhatsApp can't be told about. Source: meta-platform §3.3. */
export function addressOf({ phone, waId, bsuid }: BlockedPerson): BlockAddress | undefined {
  if (phone !== null) return { kind: 'phone', phone };
  if (waId !== null) return { kind: 'phone', phone: `+${waId}` };
  return bsuid === null ? undefined : { kind: 'user', userId: bsuid };
}

function addresses(people: readonly BlockedPerson[]): BlockAddress[] {
  return people.map(addressOf).filter((address) => address !== undefined);
}

function settledSlice<Person extends BlockedPerson>(
  slice: readonly Person[],
  { verdicts, error }: BlockAnswer,
): Settled<Person>[] {
  const byName = verdictsByName(verdicts);
  return slice.map((person) => {
    const found = namesOf(person)
      .map((name) => byName.get(name))
      .find((verdict) => verdict !== undefined);
    const refusal =
      found === undefined
        ? (error ?? { code: null, title: 'WhatsApp’s answer does not mention this person' })
        : found.error;
    const problem = refusal === null ? null : refusalInWords(refusal);
    return { person, waId: found?.waId ?? null, problem };
  });
}

/** Under what was asked first, then under what WhatsApp itself calls them. */
function verdictsByName(verdicts: readonly BlockVerdict[]): ReadonlyMap<string, BlockVerdict> {
  const byName = new Map<string, BlockVerdict>();
  for (const verdict of verdicts) {
    for (const name of [verdict.input?.replace(/^\+/, ''), verdict.waId, verdict.userId]) {
      if (name !== undefined && name !== null && !byName.has(name)) byName.set(name, verdict);
    }
  }
  return byName;
}

function namesOf({ phone, waId, bsuid }: BlockedPerson): string[] {
  return [phone?.slice(1), waId, bsuid].filter((name) => name !== undefined && name !== null);
}
