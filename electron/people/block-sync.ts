import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId, BlockId, ContactId } from '#shared/ids.ts';
import type {
  BlockSyncPerson,
  BlockSyncPreview,
  BlockSyncResult,
  BlockSyncSide,
} from '#shared/models/block.ts';
import { phoneFromWaId } from '#shared/phone.ts';
import type { BlockedThere } from '../graph/blocks.ts';
import { bsuidScope } from '../store/account-scope.ts';
import { activeBlock, activeBlockOf, activeBlocks, addBlock, endBlock } from '../store/blocks.ts';
import type { ActiveBlock } from '../store/blocks.ts';
import { blockSubject } from '../store/block-subjects.ts';
import { holderAt } from '../store/identities.ts';
import type { Identity } from '../store/identities.ts';
import type { Reader, WriteTx } from '../store/store.ts';
import { requireActiveAccount } from './block.ts';
import { readListThere } from './block-list-there.ts';
import type { Blocking } from './block-request.ts';
import { resolvePerson } from './identity.ts';
import { inPortions } from './in-portions.ts';
import { phoneVariants } from './phone-variants.ts';

const PORTION = 100;
/** How many names a preview shows of each kind. */
const SHOWN = 200;

/** Somebody on Meta's list who is known here. */
interface Known extends BlockedThere {
  readonly contactId: ContactId;
}

/** What differs between Meta's block list of a number and the one here. */
interface Difference {
  readonly newThere: readonly Known[];
  readonly unknownHere: readonly BlockedThere[];
  readonly goneThere: readonly ActiveBlock[];
  readonly total: number;
}

/** Reads Meta's list and says what a sync would change; changes nothing. Throws as `readListThere`. */
export async function previewSync(deps: Blocking, accountId: AccountId): Promise<BlockSyncPreview> {
  const difference = await findDifference(deps, accountId);
  const { store } = deps;
  const { newThere, goneThere, unknownHere, total } = difference;
  return {
    accountId,
    total,
    newThere: side(newThere, (one) => nameThere(store, accountId, one)),
    goneThere: side(goneThere, (one) => nameHere(store, one)),
    unknownHere: side(unknownHere, strangerThere),
    fingerprint: fingerprintOf(difference),
  };
}

/**
 * Makes the list here equal to Meta's. With a fingerprint, only if the difference is still the one
 * that was shown. Throws FrontdeskError `conflict`, or as `readListThere`.
 */
export async function applySync(
  deps: Blocking,
  accountId: AccountId,
  fingerprint: string | null,
): Promise<BlockSyncResult> {
  const { store, clock } = deps;
  const difference = await findDifference(deps, accountId);
  if (fingerprint !== null && fingerprint !== fingerprintOf(difference)) {
    throw new FrontdeskError(
      'conflict',
      'The block list has changed since you looked. Look at the difference again, then apply it.',
    );
  }
  const { newThere, unknownHere, goneThere, total } = difference;
  let added = 0;
  await inPortions([...newThere, ...unknownHere], PORTION, (portion) => {
    store.write((tx) => {
      for (const one of portion) if (takeOver(tx, accountId, one, clock())) added += 1;
    });
  });
  let ended = 0;
  await inPortions(goneThere, PORTION, (portion) => {
    store.write((tx) => {
      for (const { id } of portion) {
        const block = activeBlock(tx, id);
        if (block === undefined) continue;
        endBlock(tx, block, 'elsewhere', clock());
        ended += 1;
      }
    });
  });
  return { accountId, added, ended, total };
}

/** Somebody whom we block while Meta's list is read may be missing from it, and is not gone. */
async function findDifference(deps: Blocking, accountId: AccountId): Promise<Difference> {
  const { store, clock } = deps;
  requireActiveAccount(store, accountId);
  const startedAt = clock();
  const there = distinct(await readListThere(deps, accountId));
  const here = await readListHere(store, accountId);
  const blockByName = new Map(
    here.flatMap((block) => namesOf(block).map((name) => [name, block.id])),
  );
  const matched = new Set<BlockId>();
  const newThere: Known[] = [];
  const unknownHere: BlockedThere[] = [];
  const scope = bsuidScope(store, accountId);
  await inPortions(there, PORTION, (portion) => {
    for (const one of portion) {
      const contactId = holderOf(store, one, scope, startedAt);
      const blockId =
        namesThere(one)
          .map((name) => blockByName.get(name))
          .find((id) => id !== undefined) ??
        (contactId && activeBlockOf(store, accountId, contactId)?.id);
      if (blockId !== undefined) matched.add(blockId);
      else if (contactId === undefined) unknownHere.push(one);
      else newThere.push({ ...one, contactId });
    }
  });
  const goneThere = here.filter(({ id, blockedAt }) => !matched.has(id) && blockedAt < startedAt);
  return { newThere, unknownHere, goneThere, total: there.length };
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

/** False where the person is blocked here already: two of Meta's entries may be one contact. */
function takeOver(tx: WriteTx, accountId: AccountId, one: BlockedThere, now: number): boolean {
  const { waId, userId } = one;
  const hint = { waId, bsuid: userId, parentBsuid: null, username: null, profileName: null };
  const contactId = resolvePerson(tx, hint, bsuidScope(tx, accountId), { at: now, now });
  if (activeBlockOf(tx, accountId, contactId) !== undefined) return false;
  const phone = phoneOf(one) ?? blockSubject(tx, accountId, contactId)?.phone ?? null;
  const person = { contactId, phone, waId, bsuid: userId };
  addBlock(tx, { accountId, person, reason: '', until: null, by: 'elsewhere' }, now);
  return true;
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

function distinct(people: readonly BlockedThere[]): BlockedThere[] {
  const byName = new Map(
    people.map((one) => [namesThere(one).join(' '), one] as const).filter(([name]) => name !== ''),
  );
  return [...byName.values()];
}

function namesThere({ waId, userId }: BlockedThere): string[] {
  return [userId, waId].filter((name) => name !== null);
}

function namesOf({ phone, waId, bsuid }: ActiveBlock): string[] {
  const numbers = phone === null ? [] : phoneVariants(phone).map((variant) => variant.slice(1));
  return [bsuid, waId, ...numbers].filter((name) => name !== null);
}

function phoneOf({ waId }: BlockedThere): string | null {
  return waId === null ? null : phoneFromWaId(waId);
}

function side<One>(people: readonly One[], show: (one: One) => BlockSyncPerson): BlockSyncSide {
  return { count: people.length, people: people.slice(0, SHOWN).map(show) };
}

function nameThere(db: Reader, accountId: AccountId, one: Known): BlockSyncPerson {
  const subject = blockSubject(db, accountId, one.contactId);
  const stranger = strangerThere(one);
  return { ...stranger, name: subject?.name ?? stranger.name };
}

function strangerThere(one: BlockedThere): BlockSyncPerson {
  const phone = phoneOf(one);
  return { name: phone ?? one.userId ?? '', phone, bsuid: one.userId };
}

function nameHere(db: Reader, block: ActiveBlock): BlockSyncPerson {
  const { accountId, contactId, phone, bsuid, waId } = block;
  const subject = contactId === null ? undefined : blockSubject(db, accountId, contactId);
  return { name: subject?.name ?? phone ?? waId ?? bsuid ?? '', phone, bsuid };
}

function fingerprintOf({ newThere, unknownHere, goneThere }: Difference): string {
  const added = [...newThere, ...unknownHere].map((one) => namesThere(one).join(' ')).toSorted();
  const ended = goneThere.map(({ id }) => id).toSorted((a, b) => a - b);
  return createHash('sha256').update(JSON.stringify({ added, ended })).digest('base64url');
}
