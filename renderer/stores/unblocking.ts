import { t } from 'i18next';
import { create } from 'zustand';
import type { BlockId } from '#shared/ids.ts';
import type { Block, BlockOutcome } from '#shared/models/block.ts';
import { forecast } from './block-forecast.ts';
import { call } from './core.ts';
import { offerUndo, sayFailure } from './toasts.ts';

interface Unblocking {
  /** Whom the owner wants to unblock, and is asked about; undefined while nobody asks. */
  readonly blocks: readonly Block[] | undefined;
  /** How many of them WhatsApp would not let be blocked again at once. */
  readonly final: number;
  /** False where it is done at once, and nobody has to wait. */
  readonly isShown: boolean;
  /** How many are unblocked already; undefined before it begins. */
  readonly done: number | undefined;
  readonly isStopping: boolean;
  /** Blocks that ended the last time. */
  readonly ended: ReadonlySet<BlockId>;
}

const NOBODY: Unblocking = {
  blocks: undefined,
  final: 0,
  isShown: false,
  done: undefined,
  isStopping: false,
  ended: new Set(),
};

export const useUnblocking = create<Unblocking>()(() => NOBODY);

export function stopUnblocking(): void {
  const { done } = useUnblocking.getState();
  useUnblocking.setState(done === undefined ? NOBODY : { isStopping: true });
}

/** So few that nobody waits for them. */
const FEW = 25;

/** Unblocks: at once where it can be undone, after a question where it can't. */
export async function askToUnblock(blocks: readonly Block[]): Promise<void> {
  if (blocks.length === 0) return;
  const final = blocks.length - (await reversible(blocks)).length;
  const isShown = final > 0 || blocks.length > FEW;
  useUnblocking.setState({ ...NOBODY, blocks, final, isShown });
  if (!isShown) await unblock();
}

/** Those who could be blocked again at once: they wrote in the last 24 hours. */
async function reversible(blocks: readonly Block[]): Promise<readonly Block[]> {
  const able = await Promise.all(
    [...Map.groupBy(blocks, ({ accountId }) => accountId)].map(async ([accountId, group]) => {
      const contactIds = group.flatMap(({ contactId }) => contactId ?? []);
      const told = await forecast(accountId, contactIds);
      if (typeof told === 'string') return [];
      const can = new Set(told.filter(({ canBlock }) => canBlock).map((one) => one.contactId));
      return group.filter(({ contactId }) => contactId !== null && can.has(contactId));
    }),
  );
  return able.flat();
}

/** Unblocks whom the owner was asked about. */
export async function unblock(): Promise<void> {
  const { blocks = [] } = useUnblocking.getState();
  useUnblocking.setState({ done: 0 });
  const outcomes = await unblockQuietly(
    blocks.map(({ id }) => id),
    (done) => {
      useUnblocking.setState({ done });
      return !useUnblocking.getState().isStopping;
    },
  );
  const ended = new Set(
    outcomes.flatMap(({ status, blockId }) =>
      status === 'unblocked' && blockId !== null ? [blockId] : [],
    ),
  );
  useUnblocking.setState({ ...NOBODY, ended });
  const over = blocks.filter(({ id }) => ended.has(id));
  const [first] = over;
  if (first === undefined) return;
  offerUndo(t('blocks.unblocked', { count: over.length, name: first.name }), () => again(over));
}

const SLICE = 100;

/**
 * Ends these blocks, a few at a time, and says in words why the first of those stands that does.
 *
 * @param wantsMore hears how many were asked about so far; false ends it
 */
export async function unblockQuietly(
  blockIds: readonly BlockId[],
  wantsMore: (done: number) => boolean = () => true,
): Promise<readonly BlockOutcome[]> {
  const outcomes: BlockOutcome[] = [];
  for (let start = 0; start < blockIds.length; start += SLICE) {
    const result = await call('blocks.unblock', { blockIds: blockIds.slice(start, start + SLICE) });
    if (!result.ok) {
      sayFailure(result.error.message);
      break;
    }
    outcomes.push(...result.data);
    if (!wantsMore(outcomes.length)) break;
    if (result.data.every(({ error }) => error !== null && error.code === null)) break;
  }
  sayWhatStands(outcomes, 'blocks.stillBlocked');
  return outcomes;
}

/** Blocks them again, for the same reasons and until the same times. */
async function again(blocks: readonly Block[]): Promise<void> {
  const outcomes: BlockOutcome[] = [];
  for (const group of Map.groupBy(blocks, termsText).values()) {
    for (let start = 0; start < group.length; start += SLICE) {
      const slice = group.slice(start, start + SLICE);
      const [first] = slice;
      const contactIds = slice.flatMap(({ contactId }) => contactId ?? []);
      if (first === undefined || contactIds.length === 0) continue;
      const { accountId, reason, until } = first;
      const terms = { accountId, reason, until: until && laterEnd(until) };
      const result = await call('blocks.block', { ...terms, contactIds });
      if (!result.ok) {
        sayFailure(result.error.message);
        return;
      }
      outcomes.push(...result.data);
    }
  }
  sayWhatStands(outcomes, 'blocks.notBlockedAgain');
}

function termsText({ accountId, reason, until }: Block): string {
  return JSON.stringify([accountId, reason, until]);
}

const MINUTE = 60_000;

/** An end that has passed meanwhile: the block then ends at once, by itself. */
function laterEnd(until: number): number {
  return Math.max(until, Date.now() + MINUTE);
}

function sayWhatStands(
  outcomes: readonly BlockOutcome[],
  words: 'blocks.stillBlocked' | 'blocks.notBlockedAgain',
): void {
  const failed = outcomes.filter(({ status }) => status === 'failed');
  const [first] = failed;
  if (first?.error === undefined || first.error === null) return;
  const reason = `${first.error.title}. ${first.error.advice}`;
  sayFailure(t(words, { count: failed.length, name: first.name, reason }));
}
