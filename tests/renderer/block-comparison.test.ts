// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { AccountId } from '#shared/ids.ts';
import type { BlockSyncPreview } from '#shared/models/block.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import {
  applyComparison,
  compare,
  moreOfSide,
  useComparison,
} from '../../renderer/stores/block-comparison.ts';
import { SHOP } from './blocked-people.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { Handlers } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

const OTHER = asId<AccountId>(2);
const NOBODY = { count: 0, people: [] };
const PREVIEW: BlockSyncPreview = {
  accountId: SHOP,
  total: 1,
  newThere: NOBODY,
  goneThere: NOBODY,
  unknownHere: { count: 1, people: [{ name: 'Ana', phone: null, bsuid: null }] },
  fingerprint: 'abc',
};

function answerWith(own: Partial<Handlers>): void {
  const bridge = fakeBridge(aWorld(0), { hasAccount: true }, own);
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
}

beforeEach(async () => {
  await startI18n();
});

describe('comparing with WhatsApp', () => {
  it('shows the difference of the number that was asked for last', async () => {
    answerWith({
      'blocks.previewSync': ({ accountId }) => ({ ...PREVIEW, accountId: asId(accountId) }),
    });
    const first = compare(SHOP);
    await compare(OTHER);
    await first;
    expect(useComparison.getState()).toMatchObject({
      accountId: OTHER,
      state: { kind: 'shown', preview: { accountId: OTHER } },
    });
  });

  it('applies exactly the difference that was shown', async () => {
    const applied: unknown[] = [];
    answerWith({
      'blocks.previewSync': () => PREVIEW,
      'blocks.applySync': (input) => {
        applied.push(input);
        return { accountId: SHOP, added: 1, ended: 0, total: 1 };
      },
    });
    await compare(SHOP);
    await applyComparison(PREVIEW);
    expect(applied).toEqual([{ accountId: SHOP, fingerprint: 'abc' }]);
    expect(useComparison.getState().state).toMatchObject({ kind: 'applied', result: { added: 1 } });
  });

  it('says in words what could not be read, applied or shown', async () => {
    answerWith({
      'blocks.previewSync': () => undefined,
      'blocks.applySync': () => undefined,
      'blocks.difference': () => undefined,
    });
    const failed = { kind: 'failed', failure: 'That does not exist.' };
    await compare(SHOP);
    expect(useComparison.getState().state).toEqual(failed);
    await applyComparison(PREVIEW);
    expect(useComparison.getState().state).toEqual(failed);
    expect(await moreOfSide(PREVIEW, 'unknownHere', 200)).toBe('That does not exist.');
  });
});
