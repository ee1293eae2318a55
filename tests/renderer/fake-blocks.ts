import { asId } from '#shared/ids.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Handlers } from './fake-bridge.ts';

const ACCOUNT = asId<AccountId>(1);
const NONE = { count: 0, people: [] } as const;

/** A world where nobody is blocked. */
export const blockHandlers = {
  'blocks.page': () => ({ blocks: [], nextCursor: null }),
  'blocks.numbers': () => [],
  'blocks.ofContact': () => [],
  'blocks.forecast': () => [],
  'blocks.block': () => [],
  'blocks.unblock': () => [],
  'blocks.change': () => null,
  'blocks.difference': () => [],
  'blocks.previewSync': () => ({
    accountId: ACCOUNT,
    total: 0,
    newThere: NONE,
    goneThere: NONE,
    unknownHere: NONE,
    fingerprint: '',
  }),
  'blocks.applySync': () => ({ accountId: ACCOUNT, added: 0, ended: 0, total: 0 }),
} satisfies Partial<Handlers>;
