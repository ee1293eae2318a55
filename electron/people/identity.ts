import type { ContactId } from '#shared/ids.ts';
import { phoneFromWaId } from '#shared/phone.ts';
import { createContact, noteProfileName } from '../store/contacts.ts';
import {
  assignIdentity,
  claimIdentity,
  differInUserId,
  hasOtherUserId,
  holderAt,
  leaveIdentity,
  noteUsername,
} from '../store/identities.ts';
import type { Identity } from '../store/identities.ts';
import type { WriteTx } from '../store/store.ts';
import { heedErasure } from './erased-before.ts';
import { mergeContacts } from './identity-merge.ts';
import { phoneVariants } from '#shared/phone-variants.ts';

/** What a webhook says about a person. Whatever Meta leaves out is null. */
export interface PersonHint {
  readonly bsuid: string | null;
  readonly parentBsuid: string | null;
  /** Digits only, as WhatsApp writes it. */
  readonly waId: string | null;
  readonly username: string | null;
  /** True only where it was said that they have none: most webhooks just leave it out. */
  readonly hasNoUsername?: boolean;
  readonly profileName: string | null;
}

export interface Moment {
  /** When it was true, by Meta's clock. */
  readonly at: number;
  /** The local time, for rows that are made now. */
  readonly now: number;
}

/**
 * The contact a webhook is about, made if need be: user id first, then phone. What is newly learnt
 * is attached, and two contacts that turn out to be one person become one.
 * Source: meta-platform §3.4.
 *
 * @param scope the business portfolio inside which user ids mean something
 */
export function resolvePerson(
  tx: WriteTx,
  hint: PersonHint,
  scope: string,
  moment: Moment,
): ContactId {
  const identities = identitiesOf(hint, scope);
  const holders = holdersOf(tx, hint, scope, moment.at);
  const contactId = onePerson(tx, holders, moment);
  if (holders.length === 0) heedErasure(tx, contactId, identities, moment.now);
  for (const identity of identities) claimIdentity(tx, contactId, identity, moment.at);
  if (hint.username !== null) noteUsername(tx, contactId, hint.username, moment.at);
  if (hint.profileName !== null) {
    noteProfileName(tx, contactId, hint.profileName, moment.at, moment.now);
  }
  return contactId;
}

/** A person moved from one number or user id to another; both histories are one person's. */
export function changeIdentity(
  tx: WriteTx,
  change: { readonly from: PersonHint; readonly to: PersonHint },
  scope: string,
  moment: Moment,
): ContactId {
  const to = identitiesOf(change.to, scope);
  const kept = new Set(to.map(identityKey));
  const former = resolvePerson(tx, change.from, scope, moment);
  for (const identity of identitiesOf(change.from, scope)) {
    if (!kept.has(identityKey(identity))) leaveIdentity(tx, former, identity, moment.at);
  }
  const contactId = onePerson(tx, [former, ...holdersOf(tx, change.to, scope, moment.at)], moment);
  for (const identity of to) assignIdentity(tx, contactId, identity, moment.at);
  return contactId;
}

/** Two contacts that are known to be one person become one, unless Meta tells them apart by user id. */
export function joinPeople(tx: WriteTx, a: ContactId, b: ContactId, moment: Moment): ContactId {
  return onePerson(tx, [a, b], moment);
}

/** Whether anything in the hint names a person. */
export function namesSomebody(hint: PersonHint): boolean {
  return hint.bsuid !== null || hint.parentBsuid !== null || hint.waId !== null;
}

function onePerson(tx: WriteTx, holders: readonly ContactId[], moment: Moment): ContactId {
  const [first, ...others] = holders;
  if (first === undefined) return createContact(tx, moment.now);
  let contactId = first;
  for (const other of new Set(others)) {
    if (other === contactId || differInUserId(tx, contactId, other)) continue;
    contactId = mergeContacts(tx, contactId, other, moment.now);
  }
  return contactId;
}

/** Those whom the hint may mean, the surest first. A phone says nothing against a different user id. */
function holdersOf(tx: WriteTx, hint: PersonHint, scope: string, at: number): ContactId[] {
  const found: ContactId[] = [];
  for (const identity of lookupsOf(hint, scope)) {
    const contactId = holderAt(tx, identity, at)?.contactId;
    if (contactId === undefined || found.includes(contactId)) continue;
    const isByPhone = identity.kind === 'wa_id' || identity.kind === 'phone';
    const isSomebodyElse =
      isByPhone && hint.bsuid !== null && hasOtherUserId(tx, contactId, hint.bsuid, scope);
    if (!isSomebodyElse) found.push(contactId);
  }
  return found;
}

function identitiesOf(hint: PersonHint, scope: string): Identity[] {
  const phone = hint.waId === null ? null : phoneFromWaId(hint.waId);
  const identities: (Identity | null)[] = [
    hint.bsuid === null ? null : { kind: 'bsuid', value: hint.bsuid, scope },
    hint.parentBsuid === null ? null : { kind: 'parent_bsuid', value: hint.parentBsuid, scope: '' },
    hint.waId === null ? null : { kind: 'wa_id', value: hint.waId, scope: '' },
    phone === null ? null : { kind: 'phone', value: phone, scope: '' },
  ];
  return identities.filter((identity) => identity !== null);
}

function lookupsOf(hint: PersonHint, scope: string): Identity[] {
  return identitiesOf(hint, scope).flatMap((identity) =>
    identity.kind === 'phone'
      ? phoneVariants(identity.value).map((value) => ({ ...identity, value }))
      : [identity],
  );
}

function identityKey({ kind, value, scope }: Identity): string {
  return `${kind} ${scope} ${value}`;
}
