// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { BlockId } from '#shared/ids.ts';
import type { Block } from '#shared/models/block.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import {
  chooseBlocks,
  dropBlocks,
  loadBlocks,
  loadMoreBlocks,
  showBlocks,
  useBlockList,
} from '../../renderer/stores/block-list.ts';
import { choiceOf, endOf, freshChoice } from '../../renderer/features/blocks/dialog/end-choice.ts';
import { aBlock } from './blocked-people.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

let blocks: Block[];
let bridge: FakeBridge;

beforeEach(async () => {
  await startI18n();
  blocks = Array.from({ length: 450 }, (_, n) => aBlock(450 - n));
  bridge = fakeBridge(
    aWorld(0),
    { hasAccount: true },
    {
      'blocks.page': ({ cursor, limit, text }) => {
        const found = blocks.filter(({ name }) => text === null || name.includes(text));
        const from = cursor === null ? 0 : found.findIndex(({ id }) => id < Number(cursor));
        const page = found.slice(from, from + limit);
        const last = page.at(-1);
        return { blocks: page, nextCursor: from + limit < found.length ? String(last?.id) : null };
      },
    },
  );
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
  await showBlocks({ tab: 'active', text: '', accountId: null });
});

function shownIds(): number[] {
  return useBlockList.getState().rows.map(({ id }) => id);
}

describe('the list of blocks', () => {
  it('loads page after page until all are there', async () => {
    while (useBlockList.getState().nextCursor !== null) await loadMoreBlocks();
    expect(shownIds()).toEqual(blocks.map(({ id }) => id));
  });

  it('takes a new block and an ended one over without losing what was loaded below', async () => {
    while (useBlockList.getState().nextCursor !== null) await loadMoreBlocks();
    blocks = [aBlock(451), ...blocks.filter(({ id }) => id !== 440)];
    await loadBlocks();
    expect(shownIds()).toEqual(blocks.map(({ id }) => id));
  });

  it('drops ended blocks wherever they stand, and does not keep them chosen', async () => {
    while (useBlockList.getState().nextCursor !== null) await loadMoreBlocks();
    chooseBlocks([asId<BlockId>(1), asId<BlockId>(2)]);
    dropBlocks(new Set([asId<BlockId>(1)]));
    expect(shownIds()).not.toContain(1);
    expect([...useBlockList.getState().chosen]).toEqual([2]);
  });

  it('shows only what was asked for last', async () => {
    const slow = showBlocks({ text: 'Person 45' });
    await showBlocks({ text: 'Person 44' });
    await slow;
    expect(shownIds()).toEqual([449, 448, 447, 446, 445, 444, 443, 442, 441, 440, 44]);
  });

  it('says why it could not be loaded, and is there again after a second try', async () => {
    bridge.failWith('disconnected');
    await showBlocks({ tab: 'history' });
    expect(useBlockList.getState()).toMatchObject({
      phase: 'failed',
      failure: 'Frontdesk is not reachable.',
    });
    bridge.failWith(undefined);
    await loadBlocks();
    expect(useBlockList.getState()).toMatchObject({ phase: 'ready', failure: undefined });
  });
});

describe('the end of a block', () => {
  const now = new Date(2026, 10, 22, 15, 30).getTime();
  const DAY = 86_400_000;

  it('is never, a day or a week from now, or the end of a chosen day', () => {
    const choice = freshChoice(now);
    expect(endOf(choice, now)).toBeNull();
    expect(endOf({ ...choice, span: 'day' }, now)).toBe(now + DAY);
    expect(endOf({ ...choice, span: 'week' }, now)).toBe(now + 7 * DAY);
    expect(endOf({ span: 'date', lastDay: '2026-11-22' }, now)).toBe(
      new Date(2026, 10, 23).getTime(),
    );
  });

  it('is no day that is over, and no day that is none', () => {
    expect(endOf({ span: 'date', lastDay: '2026-11-21' }, now)).toBeUndefined();
    expect(endOf({ span: 'date', lastDay: '' }, now)).toBeUndefined();
  });

  it('is shown as its last day', () => {
    expect(choiceOf(new Date(2026, 11, 1).getTime(), now)).toEqual({
      span: 'date',
      lastDay: '2026-11-30',
    });
    expect(choiceOf(null, now).span).toBe('always');
  });
});
