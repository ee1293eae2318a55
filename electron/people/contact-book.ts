import { FrontdeskError } from '#shared/errors.ts';
import type { ContactId } from '#shared/ids.ts';
import { freshColor } from '#shared/label.ts';
import type { Contact } from '#shared/models/contact.ts';
import type { ContactChange } from '#shared/models/contact-profile.ts';
import type { Clock } from '../clock.ts';
import { contactByPhones } from '../store/block-subjects.ts';
import { findContact } from '../store/contact-list.ts';
import { updateProfile } from '../store/contact-profile.ts';
import { createContact } from '../store/contacts.ts';
import { fieldKey, insertField, listFields, setFieldValue } from '../store/custom-fields.ts';
import { assignIdentity, leaveIdentity, listIdentities } from '../store/identities.ts';
import type { Identity } from '../store/identities.ts';
import { labelsOfContact } from '../store/imported-contacts.ts';
import { labelContact, unlabelContact } from '../store/label-holders.ts';
import { findLabelByName, insertLabel, listLabels } from '../store/labels.ts';
import type { Reader, Store, WriteTx } from '../store/store.ts';
import { heedErasure } from './erased-before.ts';
import { phoneVariants } from '#shared/phone-variants.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** What the owner, or a program of theirs, writes about a person. What is absent stays. */
export interface ContactWords extends ContactChange {
  /** E.164 with `+`. */
  readonly phone?: string | undefined;
  /** The names of all labels they are to carry; those that are missing are made. */
  readonly labels?: readonly string[] | undefined;
  /** By name of the field; null takes the value away. Fields that are missing are made. */
  readonly custom?: Readonly<Record<string, string | null>> | undefined;
}

/** Throws FrontdeskError `conflict` when the number is somebody's already. */
export function addContact(
  { store, clock }: Deps,
  words: ContactWords & { readonly phone: string },
): Contact {
  return store.write((tx) => {
    const now = clock();
    const holder = contactByPhones(tx, phoneVariants(words.phone));
    if (holder !== undefined) throw isTaken(words.phone, holder);
    const id = createContact(tx, now);
    writeWords(tx, id, words, now);
    return requireContact(tx, id);
  });
}

/** Throws FrontdeskError `not_found`, or `conflict` when the number is somebody else's. */
export function changeContact({ store, clock }: Deps, id: ContactId, words: ContactWords): Contact {
  return store.write((tx) => {
    requireContact(tx, id);
    writeWords(tx, id, words, clock());
    return requireContact(tx, id);
  });
}

export function requireContact(db: Reader, id: ContactId): Contact {
  const contact = findContact(db, id);
  if (contact !== undefined) return contact;
  throw new FrontdeskError(
    'not_found',
    `There is no contact ${id}. They may have been deleted, or become one with another.`,
  );
}

function writeWords(tx: WriteTx, id: ContactId, words: ContactWords, now: number): void {
  const { phone, labels, custom, ...profile } = words;
  if (phone !== undefined) givePhone(tx, id, phone, now);
  updateProfile(tx, id, profile, now);
  if (labels !== undefined) putLabels(tx, id, labels, now);
  for (const [name, value] of Object.entries(custom ?? {})) putField(tx, id, name, value, now);
}

/** A corrected number takes the place of the one that was there. WhatsApp's own id stays. */
function givePhone(tx: WriteTx, id: ContactId, phone: string, now: number): void {
  const holder = contactByPhones(tx, phoneVariants(phone));
  if (holder !== undefined && holder !== id) throw isTaken(phone, holder);
  const identity: Identity = { kind: 'phone', value: phone, scope: '' };
  for (const former of listIdentities(tx, id)) {
    if (former.kind === 'phone' && former.value !== phone) leaveIdentity(tx, id, former, now);
  }
  assignIdentity(tx, id, identity, now);
  heedErasure(tx, id, [identity], now);
}

function isTaken(phone: string, holder: ContactId): FrontdeskError {
  return new FrontdeskError(
    'conflict',
    `The number ${phone} belongs to contact ${holder} already. Change that contact, or make the two one.`,
  );
}

function putLabels(tx: WriteTx, id: ContactId, names: readonly string[], now: number): void {
  const wanted = names.map((name) => findLabelByName(tx, name)?.id ?? makeLabel(tx, name, now));
  for (const { name } of labelsOfContact(tx, id)) {
    const label = findLabelByName(tx, name);
    if (label !== undefined && !wanted.includes(label.id)) unlabelContact(tx, id, label.id);
  }
  for (const labelId of wanted) labelContact(tx, id, labelId);
}

function makeLabel(tx: WriteTx, name: string, now: number): ReturnType<typeof insertLabel> {
  return insertLabel(tx, name, freshColor(listLabels(tx).map(({ color }) => color)), now);
}

function putField(
  tx: WriteTx,
  id: ContactId,
  name: string,
  value: string | null,
  now: number,
): void {
  const known = listFields(tx).find((field) => fieldKey(field.name) === fieldKey(name));
  if (known === undefined && value === null) return;
  setFieldValue(tx, id, known?.id ?? insertField(tx, { name, type: 'text' }, now), value);
}
