import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId, BlockId, ContactId } from '#shared/ids.ts';
import type {
  BlockActor,
  BlockForecast,
  BlockOutcome,
  BlockProblem,
} from '#shared/models/block.ts';
import { WINDOW_MS } from '#shared/window.ts';
import { blockUsers } from '../graph/blocks.ts';
import { bsuidScope } from '../store/account-scope.ts';
import { findAccount } from '../store/accounts.ts';
import { activeBlockOf, addBlock, addRefusedBlock, changeBlock } from '../store/blocks.ts';
import type { BlockedPerson, NewBlock } from '../store/blocks.ts';
import { blockSubject, contactByPhones } from '../store/block-subjects.ts';
import type { BlockSubject } from '../store/block-subjects.ts';
import type { Reader, WriteTx } from '../store/store.ts';
import { addressOf, changeAtMeta } from './block-request.ts';
import type { Blocking, Settled } from './block-request.ts';
import { problemLine, WRITES_TOO_LONG_AGO } from './block-words.ts';
import { resolvePerson } from './identity.ts';
import { inPortions } from './in-portions.ts';
import { phoneVariants } from '#shared/phone-variants.ts';

/** Somebody who is here, or a number, E.164 with `+`, that need not be. */
export type BlockTarget =
  | { readonly kind: 'contact'; readonly contactId: ContactId }
  | { readonly kind: 'phone'; readonly phone: string };

export interface BlockOrder {
  readonly accountId: AccountId;
  readonly people: readonly BlockTarget[];
  readonly reason: string;
  /** When the block ends by itself, in milliseconds since 1970; null: it stays. */
  readonly until: number | null;
  readonly by: BlockActor;
}

/** A person on the way, with their place in the order. */
interface Candidate extends BlockedPerson {
  readonly place: number;
  readonly name: string;
}

/** So many rows are looked up or written in one turn of the loop. */
const PORTION = 40;

/**
 * Blocks any number of people for one number of ours. Everybody gets an outcome, in the order in
 * which they were given. Throws FrontdeskError `not_found`, `account_inactive` or `bad_input`, or as
 * `connect` does; then nothing was done.
 */
export async function blockPeople(deps: Blocking, order: BlockOrder): Promise<BlockOutcome[]> {
  const { store, clock } = deps;
  requireActiveAccount(store, order.accountId);
  requireLaterEnd(order.until, clock());
  const outcomes: BlockOutcome[] = [];
  const candidates: Candidate[] = [];
  await inPortions([...order.people.entries()], PORTION, (portion) => {
    store.write((tx) => {
      for (const [place, target] of portion) {
        const found = consider(tx, order, target, clock());
        if ('status' in found) outcomes[place] = found;
        else candidates.push({ ...found, place });
      }
    });
  });
  await changeAtMeta(deps, order.accountId, blockUsers, candidates, (slice) =>
    inPortions(slice, PORTION, (portion) => {
      store.write((tx) => {
        for (const one of portion) outcomes[one.person.place] = record(tx, order, one, clock());
      });
    }),
  );
  return outcomes;
}

/** Whether these people could be blocked now, as far as Frontdesk knows. Meta has the last word. */
export function forecastBlocks(
  { store, clock }: Pick<Blocking, 'store' | 'clock'>,
  accountId: AccountId,
  contactIds: readonly ContactId[],
): BlockForecast[] {
  return contactIds.flatMap((contactId) => {
    const subject = blockSubject(store, accountId, contactId);
    if (subject === undefined) return [];
    const { name, phone } = subject;
    const isBlocked = activeBlockOf(store, accountId, contactId) !== undefined;
    const problem = problemWith(subject, clock());
    const reason = problem && problemLine(problem);
    return [{ contactId, name, phone, isBlocked, canBlock: problem === null, reason }];
  });
}

export function requireActiveAccount(db: Reader, id: AccountId): void {
  const account = findAccount(db, id);
  if (account === undefined) throw new FrontdeskError('not_found', `There is no account ${id}.`);
  if (account.isActive) return;
  throw new FrontdeskError(
    'account_inactive',
    `The number “${account.name}” is switched off, so WhatsApp can’t be told whom it blocks. Connect it again under Settings, Numbers.`,
  );
}

/** Throws FrontdeskError `bad_input`. */
export function requireLaterEnd(until: number | null, now: number): void {
  if (until === null || until > now) return;
  throw new FrontdeskError('bad_input', 'The block would end in the past. Choose a later time.');
}

/** What can be said without asking Meta; otherwise the person to ask about. */
function consider(
  tx: WriteTx,
  order: BlockOrder,
  target: BlockTarget,
  now: number,
): BlockOutcome | Omit<Candidate, 'place'> {
  const contactId =
    target.kind === 'contact' ? target.contactId : contactByPhones(tx, phoneVariants(target.phone));
  const subject =
    contactId === undefined ? undefined : blockSubject(tx, order.accountId, contactId);
  if (subject === undefined) {
    if (target.kind === 'contact') return gone(target.contactId);
    const { phone } = target;
    return { contactId: null, name: phone, phone, waId: null, bsuid: null };
  }
  const phone = target.kind === 'phone' ? target.phone : subject.phone;
  const person = { ...subject, phone };
  const standing = activeBlockOf(tx, order.accountId, subject.contactId);
  if (standing !== undefined) {
    changeBlock(tx, standing.id, order, now);
    return outcome(person, standing.id, null);
  }
  const problem = problemWith(person, now);
  return problem === null ? person : outcome(person, null, problem);
}

/**
 * Whoever has a chat here and wrote long ago, or never, would be refused by Meta. Somebody without a
 * chat may have written to a program before this one, so Meta is asked.
 */
function problemWith(subject: BlockSubject, now: number): BlockProblem | null {
  if (subject.isGroup) {
    return {
      code: null,
      title: 'This is a group',
      advice: 'WhatsApp blocks people, not groups. Block its members one by one.',
    };
  }
  if (addressOf(subject) === undefined) {
    return {
      code: null,
      title: 'There is neither a number nor a WhatsApp id for this person',
      advice: 'Add their number first.',
    };
  }
  const { hasChat, lastWroteAt } = subject;
  if (hasChat && (lastWroteAt ?? 0) + WINDOW_MS < now) return WRITES_TOO_LONG_AGO;
  return null;
}

function record(
  tx: WriteTx,
  order: BlockOrder,
  { person, waId, problem }: Settled<Candidate>,
  now: number,
): BlockOutcome {
  const { accountId, reason, until, by } = order;
  const isNew = person.contactId === null && problem === null;
  const contactId = isNew ? meet(tx, accountId, person, waId, now) : person.contactId;
  const known = { ...person, contactId, waId: waId ?? person.waId };
  const block: NewBlock = { accountId, person: known, reason, until, by };
  const standing = contactId === null ? undefined : activeBlockOf(tx, accountId, contactId);
  if (problem !== null) {
    addRefusedBlock(tx, block, problemLine(problem), now);
    return outcome(known, null, problem);
  }
  if (standing === undefined) return outcome(known, addBlock(tx, block, now), null);
  changeBlock(tx, standing.id, order, now);
  return outcome(known, standing.id, null);
}

/** Somebody who was only a number so far. */
function meet(
  tx: WriteTx,
  accountId: AccountId,
  { phone, bsuid }: BlockedPerson,
  waId: string | null,
  now: number,
): ContactId {
  const hint = { bsuid, parentBsuid: null, username: null, profileName: null };
  const digits = waId ?? phone?.slice(1) ?? null;
  return resolvePerson(tx, { ...hint, waId: digits }, bsuidScope(tx, accountId), { at: now, now });
}

function outcome(
  { contactId, name, phone }: Omit<Candidate, 'place'>,
  blockId: BlockId | null,
  error: BlockProblem | null,
): BlockOutcome {
  const status = error === null ? 'blocked' : 'failed';
  return { blockId, contactId, name, phone, status, error };
}

function gone(contactId: ContactId): BlockOutcome {
  const error = {
    code: null,
    title: 'This contact is gone',
    advice: 'They may have become one with another. Look for them again.',
  };
  const name = `#${contactId}`;
  return { blockId: null, contactId, name, phone: null, status: 'failed', error };
}
