import { t } from 'i18next';
import { create } from 'zustand';
import type { AccountId, BlockId, ContactId } from '#shared/ids.ts';
import type { BlockOutcome } from '#shared/models/block.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';
import { offerUndo } from './toasts.ts';
import { unblockQuietly } from './unblocking.ts';

export interface BlockTerms {
  readonly accountId: AccountId;
  readonly reason: string;
  /** When the block ends by itself, in milliseconds since 1970; null: it stays. */
  readonly until: number | null;
}

/** People being blocked, a few at a time: so one sees how far it is, and can stop it. */
interface BlockRun {
  readonly terms: BlockTerms | undefined;
  readonly phase: 'asking' | 'working' | 'done';
  readonly total: number;
  readonly outcomes: readonly BlockOutcome[];
  /** Who was not asked about: it was stopped, or it went no further. */
  readonly left: readonly ContactId[];
  /** Why it went no further, in words. */
  readonly failure: string | undefined;
  readonly isStopping: boolean;
}

const FRESH: BlockRun = {
  terms: undefined,
  phase: 'asking',
  total: 0,
  outcomes: [],
  left: [],
  failure: undefined,
  isStopping: false,
};

export const useBlockRun = create<BlockRun>()(() => FRESH);

export function forgetRun(): void {
  useBlockRun.setState(FRESH);
}

/** What is on its way to WhatsApp is finished first. */
export function stopRun(): void {
  useBlockRun.setState({ isStopping: true });
}

const SLICE = 100;

/** Blocks these people and offers the way back. Answers whether everybody is blocked now. */
export async function runBlocks(
  terms: BlockTerms,
  contactIds: readonly ContactId[],
): Promise<boolean> {
  const total = contactIds.length;
  useBlockRun.setState({ ...FRESH, terms, phase: 'working', total, left: contactIds });
  for (let left = contactIds; left.length > 0; left = useBlockRun.getState().left) {
    if (useBlockRun.getState().isStopping) break;
    const asked = left.slice(0, SLICE);
    const result = await call('blocks.block', { ...terms, contactIds: asked });
    if (!result.ok) {
      useBlockRun.setState({ failure: result.error.message });
      break;
    }
    const { outcomes } = useBlockRun.getState();
    useBlockRun.setState({ outcomes: [...outcomes, ...result.data], left: left.slice(SLICE) });
    // Without an answer from WhatsApp the next slice would get none either.
    if (result.data.every(({ error }) => error !== null && error.code === null)) break;
  }
  const { outcomes, left } = useBlockRun.getState();
  useBlockRun.setState({ phase: 'done', isStopping: false });
  const blocked = outcomes.filter(({ status }) => status === 'blocked');
  offerWayBack(blocked);
  return blocked.length === outcomes.length && left.length === 0;
}

/** Tries again with everybody who is not blocked yet. Answers as `runBlocks`. */
export async function againRun(): Promise<boolean> {
  const { terms, outcomes, left } = useBlockRun.getState();
  if (terms === undefined) return false;
  const failed = outcomes.filter(({ status }) => status === 'failed');
  return await runBlocks(terms, [...failed.flatMap(({ contactId }) => contactId ?? []), ...left]);
}

function offerWayBack(blocked: readonly BlockOutcome[]): void {
  const ids = blocked.map(({ blockId }) => blockId).filter((id): id is BlockId => id !== null);
  const [first] = blocked;
  if (first === undefined) {
    announce(t('blocks.ask.nobodyBlocked'));
    return;
  }
  const text = t('blocks.blocked', { count: blocked.length, name: first.name });
  offerUndo(text, async () => {
    await unblockQuietly(ids);
  });
}
