// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandInput } from '#shared/contract.ts';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import {
  againRun,
  forgetRun,
  runBlocks,
  stopRun,
  useBlockRun,
} from '../../renderer/stores/block-run.ts';
import { useToasts } from '../../renderer/stores/toasts.ts';
import { undoLast, useUndo } from '../../renderer/stores/undo.ts';
import {
  askToUnblock,
  stopUnblocking,
  unblock,
  useUnblocking,
} from '../../renderer/stores/unblocking.ts';
import {
  aBlock,
  contactIds,
  NOT_REACHED,
  outcome,
  refused,
  SHOP,
  TOO_LONG_AGO,
} from './blocked-people.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { Handlers } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

const TERMS = { accountId: SHOP, reason: 'Spam', until: null };

let asked: CommandInput<'blocks.block'>[];
let ended: CommandInput<'blocks.unblock'>[];

function answerWith(own: Partial<Handlers>): void {
  const bridge = fakeBridge(aWorld(0), { hasAccount: true }, own);
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
}

/** A core that does as it is told, but for what a test answers itself. */
function obey(own: Partial<Handlers> = {}): void {
  answerWith({
    'blocks.block': (input) => {
      asked.push(input);
      return input.contactIds.map((id) => outcome(id));
    },
    'blocks.unblock': (input) => {
      ended.push(input);
      return input.blockIds.map((id) => outcome(id, { status: 'unblocked' }));
    },
    ...own,
  });
}

/** Who could be blocked again. */
function foretell(canBlock: (id: number) => boolean): Partial<Handlers> {
  return {
    'blocks.forecast': (input) =>
      input.contactIds.map((contactId) => ({
        contactId: asId<ContactId>(contactId),
        name: '',
        phone: null,
        isBlocked: true,
        canBlock: canBlock(contactId),
        reason: null,
      })),
  };
}

beforeEach(async () => {
  await startI18n();
  asked = [];
  ended = [];
  forgetRun();
  stopUnblocking();
  useUndo.setState({ actions: [] });
});

describe('blocking many people', () => {
  it('asks for a hundred at a time, and takes all of them back with one undo', async () => {
    obey();
    const steps: number[] = [];
    const forget = useBlockRun.subscribe(({ outcomes }) => steps.push(outcomes.length));
    expect(await runBlocks(TERMS, contactIds(250))).toBe(true);
    forget();
    expect(asked.map((input) => input.contactIds.length)).toEqual([100, 100, 50]);
    expect([...new Set(steps)]).toEqual([0, 100, 200, 250]);
    expect(useToasts.getState().latest?.text).toBe('Blocked 250 people');
    await undoLast();
    expect(ended.flatMap(({ blockIds }) => blockIds)).toEqual(contactIds(250));
  });

  it('stops after what is on its way, and goes on with the others when asked to', async () => {
    obey({
      'blocks.block': (input) => {
        asked.push(input);
        if (asked.length === 2) stopRun();
        return input.contactIds.map((id) => outcome(id));
      },
    });
    expect(await runBlocks(TERMS, contactIds(250))).toBe(false);
    expect(useBlockRun.getState()).toMatchObject({ phase: 'done', left: contactIds(50, 201) });
    expect(await againRun()).toBe(true);
    expect(asked.at(-1)?.contactIds).toEqual(contactIds(50, 201));
  });

  it('keeps the reason of each who was refused, and tries only those again', async () => {
    obey({
      'blocks.block': (input) => {
        asked.push(input);
        return input.contactIds.map((id) =>
          id === 2 && asked.length === 1 ? refused(2, TOO_LONG_AGO) : outcome(id),
        );
      },
    });
    expect(await runBlocks(TERMS, contactIds(3))).toBe(false);
    expect(useBlockRun.getState().outcomes[1]?.error).toEqual(TOO_LONG_AGO);
    expect(useToasts.getState().latest?.text).toBe('Blocked 2 people');
    expect(await againRun()).toBe(true);
    expect(asked.map((input) => input.contactIds)).toEqual([contactIds(3), contactIds(1, 2)]);
  });

  it('does not go on when WhatsApp can’t be reached', async () => {
    obey({
      'blocks.block': (input) => {
        asked.push(input);
        return input.contactIds.map((id) => refused(id, NOT_REACHED));
      },
    });
    expect(await runBlocks(TERMS, contactIds(250))).toBe(false);
    expect(asked).toHaveLength(1);
    expect(useBlockRun.getState().left).toHaveLength(150);
    expect(useUndo.getState().actions).toEqual([]);
  });

  it('says why nobody could be asked about', async () => {
    obey({ 'blocks.block': () => undefined });
    expect(await runBlocks(TERMS, contactIds(2))).toBe(false);
    expect(useBlockRun.getState()).toMatchObject({
      failure: 'That does not exist.',
      left: contactIds(2),
    });
  });
});

describe('unblocking', () => {
  it('is done at once where it can be undone, and the undo brings back reason and end', async () => {
    obey(foretell(() => true));
    const until = Date.now() + 1e9;
    await askToUnblock([aBlock(1, { until }), aBlock(2, { reason: 'Insults' })]);
    expect(ended).toEqual([{ blockIds: [1, 2] }]);
    expect(useUnblocking.getState().isShown).toBe(false);
    await undoLast();
    expect(asked).toEqual([
      { accountId: SHOP, contactIds: [1], reason: 'Spam', until },
      { accountId: SHOP, contactIds: [2], reason: 'Insults', until: null },
    ]);
  });

  it('asks first when WhatsApp would not let somebody be blocked again', async () => {
    obey(foretell((id) => id === 1));
    await askToUnblock([aBlock(1), aBlock(2), aBlock(3, { contactId: null })]);
    expect(useUnblocking.getState()).toMatchObject({ isShown: true, final: 2 });
    expect(ended).toEqual([]);
    await unblock();
    expect(ended).toEqual([{ blockIds: [1, 2, 3] }]);
    expect([...useUnblocking.getState().ended]).toEqual([1, 2, 3]);
  });

  it('shows how far it is with many, and can be stopped', async () => {
    obey({
      ...foretell(() => true),
      'blocks.unblock': (input) => {
        ended.push(input);
        stopUnblocking();
        return input.blockIds.map((id) => outcome(id, { status: 'unblocked' }));
      },
    });
    await askToUnblock(contactIds(250).map((id) => aBlock(id)));
    expect(ended, 'so many are asked about first').toEqual([]);
    const steps: (number | undefined)[] = [];
    const forget = useUnblocking.subscribe(({ done }) => steps.push(done));
    await unblock();
    forget();
    expect(steps).toContain(100);
    expect(ended).toHaveLength(1);
    expect(useToasts.getState().latest?.text).toBe('Unblocked 100 people');
  });

  it('says of whom WhatsApp does not let go, and why', async () => {
    obey({
      ...foretell(() => true),
      'blocks.unblock': ({ blockIds }) => blockIds.map((id) => refused(id, NOT_REACHED)),
    });
    await askToUnblock([aBlock(1)]);
    expect(useToasts.getState().latest?.text).toBe(
      'Person 1 is still blocked. WhatsApp could not be reached. Check the internet connection and try again.',
    );
    expect(useUndo.getState().actions).toEqual([]);
  });
});
