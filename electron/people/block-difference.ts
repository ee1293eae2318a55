import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { AccountId, BlockId, ContactId } from '#shared/ids.ts';
import { phoneFromWaId } from '#shared/phone.ts';
import type { BlockedThere } from '../graph/blocks.ts';
import { bsuidScope } from '../store/account-scope.ts';
import { noteCompared } from '../store/blocked-numbers.ts';
import { activeBlockOf, activeBlocks } from '../store/blocks.ts';
import type { ActiveBlock } from '../store/blocks.ts';
import { holderAt } from '../store/identities.ts';
import type { Identity } from '../store/identities.ts';
import type { Reader } from '../store/store.ts';
import { requireActiveAccount } from './block.ts';
import { readListThere } from './block-list-there.ts';
import type { Blocking } from './block-request.ts';
import { inPortions } from './in-portions.ts';
import { phoneVariants } from '#shared/phone-variants.ts';

const PORTION = 100;
/** Of what needs no look into the database. */
const LARGE_PORTION = 2000;

/** Somebody on Meta's list who is known here. */
export interface Known extends BlockedThere {
  readonly contactId: ContactId;
}

/** What differs between Meta's block list of a number and the one here. */
export interface BlockDifference {
  readonly newThere: readonly Known[];
  readonly unknownHere: readonly BlockedThere[];
  readonly goneThere: readonly ActiveBlock[];
  /** How many people Meta has on its list. */
  readonly total: number;
  /** Names exactly this difference. */
  readonly fingerprint: string;
}

/**
 * Reads Meta's list and says what differs; changes nothing but the time of the last comparison. Throws
 * FrontdeskError `not_found` or `account_inactive`, or as `readListThere`.
 */
export async function findDifference(
  deps: Blocking,
  accountId: AccountId,
): Promise<BlockDifference> {
  const { store, clock } = deps;
  requireActiveAccount(store, accountId);
  const startedAt = clock();
  const there = await distinct(await readListThere(deps, accountId));
  const here = await readListHere(store, accountId);
  const blockByName = await namesHere(here);
  const matched = new Set<BlockId>();
  const newThere: Known[] = [];
  const unknownHere: BlockedThere[] = [];
  const scope = bsuidScope(store, accountId);
  await inPortions(there, PORTION, (portion) => {
    for (const one of portion) {
      const listed = namesThere(one)
        .map((name) => blockByName.get(name))
        .find((id) => id !== undefined);
      const contactId = listed === undefined ? holderOf(store, one, scope, startedAt) : undefined;
      const blockId = listed ?? (contactId && activeBlockOf(store, accountId, contactId)?.id);
      if (blockId !== undefined) matched.add(blockId);
      else if (contactId === undefined) unknownHere.push(one);
      else newThere.push({ ...one, contactId });
    }
  });
  // Somebody whom we block while Meta's list is read may be missing from it, and is not gone.
  const goneThere = here.filter(({ id, blockedAt }) => !matched.has(id) && blockedAt < startedAt);
  store.write((tx) => noteCompared(tx, accountId, clock()));
  const found = { newThere, unknownHere, goneThere };
  return { ...found, total: there.length, fingerprint: await fingerprintOf(found) };
}

async function readListHere(db: Reader, accountId: AccountId): Promise<ActiveBlock[]> {
  const blocks: ActiveBlock[] = [];
  let portion = activeBlocks(db, accountId, 0, PORTION * 10);
  for (let last = portion.at(-1); last !== undefined; last = portion.at(-1)) {
    blocks.push(...portion);
    // oxlint-disable-next-line no-await-in-loop -- others get their turn between two portions
    await breathe();
    portion = activeBlocks(db, accountId, last.id, PORTION * 10);
  }
  return blocks;
}

function holderOf(db: Reader, one: BlockedThere, scope: string, at: number): ContactId | undefined {
  const phone = phoneOf(one);
  const identities: Identity[] = [
    ...(one.userId === null ? [] : [{ kind: 'bsuid', value: one.userId, scope } as const]),
    ...(one.waId === null ? [] : [{ kind: 'wa_id', value: one.waId, scope: '' } as const]),
    ...(phone === null ? [] : phoneVariants(phone)).map(
      (value) => ({ kind: 'phone', value, scope: '' }) as const,
    ),
  ];
  return identities
    .map((identity) => holderAt(db, identity, at)?.contactId)
    .find((contactId) => contactId !== undefined);
}

async function distinct(people: readonly BlockedThere[]): Promise<BlockedThere[]> {
  const byName = new Map<string, BlockedThere>();
  await inPortions(people, LARGE_PORTION, (portion) => {
    for (const one of portion) {
      const name = namesThere(one).join(' ');
      if (name !== '') byName.set(name, one);
    }
  });
  return [...byName.values()];
}

async function namesHere(blocks: readonly ActiveBlock[]): Promise<ReadonlyMap<string, BlockId>> {
  const byName = new Map<string, BlockId>();
  await inPortions(blocks, LARGE_PORTION, (portion) => {
    for (const block of portion) for (const name of namesOf(block)) byName.set(name, block.id);
  });
  return byName;
}

function namesThere({ waId, userId }: BlockedThere): string[] {
  return [userId, waId].filter((name) => name !== null);
}

function namesOf({ phone, waId, bsuid }: ActiveBlock): string[] {
  const numbers = phone === null ? [] : phoneVariants(phone).map((variant) => variant.slice(1));
  return [bsuid, waId, ...numbers].filter((name) => name !== null);
}

export function phoneOf({ waId }: BlockedThere): string | null {
  return waId === null ? null : phoneFromWaId(waId);
}

/** The same for the same people in any order: Meta promises none. */
async function fingerprintOf({
  newThere,
  unknownHere,
  goneThere,
}: Omit<BlockDifference, 'total' | 'fingerprint'>): Promise<string> {
  const sum = new Uint8Array(32);
  const lines = [
    ...[...newThere, ...unknownHere].map((one) => `+ ${namesThere(one).join(' ')}`),
    ...goneThere.map(({ id }) => `- ${id}`),
  ];
  await inPortions(lines, LARGE_PORTION, (portion) => {
    for (const line of portion) {
      const digest = createHash('sha256').update(line).digest();
      for (const [at, byte] of digest.entries()) sum[at] = (sum[at] ?? 0) ^ byte;
    }
  });
  return Buffer.from(sum).toString('base64url');
}
