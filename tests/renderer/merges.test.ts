// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import { keepApart, loadMerges, mergeTwo, useMerges } from '../../renderer/stores/merges.ts';
import { askToMerge, stopMerging, useMerging } from '../../renderer/stores/merging.ts';
import { useToasts } from '../../renderer/stores/toasts.ts';
import { undoLast, useUndo } from '../../renderer/stores/undo.ts';
import { fakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

const TWO = [asId<ContactId>(1), asId<ContactId>(2)] as const;
const NAMES = ['Ana Silva', 'ana silva'] as const;

beforeEach(async () => {
  await startI18n();
  const bridge = fakeBridge(aWorld(Date.now()), { hasAccount: true });
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
  useUndo.setState({ actions: [] });
  await loadMerges();
});

const proposed = () => useMerges.getState().suggested?.total;
const undone = () => useMerges.getState().history?.map(({ undoneAt }) => undoneAt);

describe('two contacts who may be one person', () => {
  it('leave the list when they are merged, and the merge is taken back like anything else', async () => {
    expect(proposed()).toBe(1);
    expect(await mergeTwo(TWO, NAMES)).toBe(TWO[0]);
    expect(proposed()).toBe(0);
    expect(useToasts.getState().latest?.text).toBe('Ana Silva and ana silva are one person now');
    expect(undone()).toEqual([null]);
    await undoLast();
    expect(undone()).toEqual([2]);
  });

  it('leave the list when they are two people, and come back when that is undone', async () => {
    await keepApart(TWO, NAMES);
    expect(proposed()).toBe(0);
    await undoLast();
    expect(proposed()).toBe(1);
  });
});

describe('the dialog that merges', () => {
  it('is about whoever was named last, until it is closed', () => {
    askToMerge(TWO[0]);
    askToMerge(TWO[1]);
    expect(useMerging.getState().contactId).toBe(TWO[1]);
    stopMerging();
    expect(useMerging.getState().contactId).toBeUndefined();
  });
});
