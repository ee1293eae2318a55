// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '../../renderer/app/i18n.ts';
import { fuzzyScore } from '../../renderer/app/palette/fuzzy.ts';
import { snoozeTimes } from '../../renderer/features/inbox/triage/snooze-times.ts';
import { loadChats, useChats } from '../../renderer/stores/chats.ts';
import {
  chooseRange,
  clearSelection,
  toggleChosen,
  useSelection,
} from '../../renderer/stores/selection.ts';
import { changeChats } from '../../renderer/stores/triage.ts';
import { recordUndo, undoAction, undoLast, useUndo } from '../../renderer/stores/undo.ts';
import { chatId } from './builders.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

let bridge: FakeBridge;

beforeEach(async () => {
  await startI18n();
  bridge = fakeBridge(aWorld(Date.now()), { hasAccount: true });
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
  useUndo.setState({ actions: [] });
  clearSelection();
  await loadChats('all');
});

const shown = (id: number) => useChats.getState().rows.some((row) => row.id === chatId(id));

describe('undo', () => {
  it('takes the latest action back first, and each only once', async () => {
    const undone: string[] = [];
    for (const name of ['first', 'second', 'third']) {
      recordUndo(name, async () => void undone.push(await Promise.resolve(name)));
    }
    const [first] = useUndo.getState().actions;
    await undoLast();
    await undoAction(first?.id ?? '');
    await undoAction(first?.id ?? '');
    await undoLast();
    await undoLast();
    expect(undone).toEqual(['third', 'first', 'second']);
  });

  it('is there at once, before the core has answered', async () => {
    const change = changeChats([chatId(3)], { kind: 'resolve' });
    expect(shown(3)).toBe(false);
    await undoLast();
    await change;
    await loadChats();
    expect(shown(3)).toBe(true);
  });

  it('offers nothing when nothing was done, and shows the chat again', async () => {
    bridge.failWith('internal');
    await changeChats([chatId(3)], { kind: 'resolve' });
    expect(useUndo.getState().actions).toEqual([]);
    expect(shown(3)).toBe(true);
  });
});

const chosen = () => [...useSelection.getState().chosen].map(Number);

describe('choosing rows', () => {
  const order = [5, 4, 3, 2, 1].map(chatId);

  it('adds and takes away one by one', () => {
    toggleChosen(chatId(2));
    toggleChosen(chatId(4));
    toggleChosen(chatId(2));
    expect(chosen()).toEqual([4]);
  });

  it('grows and shrinks a range from where it began, in both directions', () => {
    chooseRange(order, chatId(3), chatId(2));
    chooseRange(order, chatId(2), chatId(1));
    expect(chosen()).toEqual([3, 2, 1]);
    chooseRange(order, chatId(1), chatId(4));
    expect(chosen()).toEqual([4, 3]);
  });
});

describe('what the palette finds', () => {
  it('follows the letters, best at the start of words, whatever the accents', () => {
    expect(fuzzyScore('sn', 'Sofía Núñez')).toBeGreaterThan(fuzzyScore('sn', 'Rosanne') ?? 0);
    expect(fuzzyScore('nunez', 'Sofía Núñez')).toBeDefined();
    expect(fuzzyScore('xyz', 'Sofía Núñez')).toBeUndefined();
  });
});

describe('ends of a snooze', () => {
  it('are tomorrow and the next Monday at eight, and later today while there is one', () => {
    const friday = new Date(2026, 10, 20, 15, 7).getTime();
    expect(snoozeTimes(friday)).toEqual([
      { name: 'laterToday', at: new Date(2026, 10, 20, 18, 15).getTime() },
      { name: 'tomorrow', at: new Date(2026, 10, 21, 8).getTime() },
      { name: 'nextWeek', at: new Date(2026, 10, 23, 8).getTime() },
    ]);
    const late = new Date(2026, 10, 23, 22).getTime();
    expect(snoozeTimes(late).map(({ name }) => name)).toEqual(['tomorrow', 'nextWeek']);
  });
});
