import { setImmediate as breathe } from 'node:timers/promises';
import type { ContactId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import {
  deliveriesNaming,
  eraseContact,
  eraseMessages,
  forgetAnswersNaming,
  forgetContact,
  hasChats,
  joinSearchIndexes,
  namesOf,
  rewriteDelivery,
} from '../store/erasure.ts';
import { listIdentities } from '../store/identities.ts';
import type { Identity } from '../store/identities.ts';
import type { Store } from '../store/store.ts';
import { suppress } from '../store/suppressions.ts';
import { requireContact } from './contact-book.ts';
import { forgetInImports } from './forget-in-imports.ts';
import type { Traces } from './forget-in-imports.ts';
import { redactDelivery } from './redact-delivery.ts';

export interface Erasing {
  readonly store: Store;
  readonly clock: Clock;
  /** Takes a media file off the disk. */
  readonly removeFile: (sha256: string) => Promise<void>;
}

export interface Erasure {
  /** How many messages went with the person. */
  readonly messages: number;
  readonly files: number;
}

const MESSAGES_AT_ONCE = 100;
const DELIVERIES_AT_ONCE = 200;

/**
 * Deletes a person: names, numbers, consent, labels, blocks, what webhooks said about them and, where
 * it is asked for, their messages and files. Without that, the messages stay in a chat of nobody. A
 * hash stays, so that no list and no campaign writes to them again. Interrupted, it can be repeated.
 * Throws FrontdeskError `not_found`. Backups made before still have the person.
 */
export async function deletePerson(
  deps: Erasing,
  id: ContactId,
  options: ErasureOptions,
): Promise<Erasure> {
  requireContact(deps.store, id);
  return await deletePeople(deps, [id], options);
}

interface ErasureOptions {
  readonly withMessages: boolean;
}

/** Deletes people as `deletePerson` does, looking through the webhooks once for all of them. */
export async function deletePeople(
  deps: Erasing,
  ids: readonly ContactId[],
  { withMessages }: ErasureOptions,
): Promise<Erasure> {
  const { store, clock } = deps;
  const identities = store.write((tx) => {
    const known = ids.flatMap((id) => listIdentities(tx, id));
    suppress(tx, known, clock());
    return known;
  });
  const called = ids.flatMap((id) => namesOf(store, id));
  const names = namesInWebhooks(identities);
  const erasure = { messages: 0, files: 0 };
  for (const id of withMessages ? ids : []) {
    // oxlint-disable-next-line no-await-in-loop -- one person after the other
    const { messages, files } = await eraseAllMessages(deps, id);
    erasure.messages += messages;
    erasure.files += files;
  }
  await redactWebhooks(store, names);
  await forgetInImports(store, tracesOf(ids, identities, called));
  store.write((tx) => {
    forgetAnswersNaming(tx, names);
    for (const id of ids) {
      if (hasChats(tx, id) && !withMessages) forgetContact(tx, id, clock());
      else eraseContact(tx, id);
    }
  });
  await wipeTraces(store);
  return erasure;
}

async function eraseAllMessages({ store, removeFile }: Erasing, id: ContactId): Promise<Erasure> {
  const total = { messages: 0, files: 0 };
  for (;;) {
    const { erased, files } = store.write((tx) => eraseMessages(tx, id, MESSAGES_AT_ONCE));
    if (erased === 0) return total;
    total.messages += erased;
    total.files += files.length;
    // oxlint-disable-next-line no-await-in-loop -- a portion is gone before the next is looked for
    await Promise.all(files.map(removeFile));
    // oxlint-disable-next-line no-await-in-loop -- others get their turn in between
    await breathe();
  }
}

async function redactWebhooks(store: Store, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  for (let after: number | undefined = 0; after !== undefined;) {
    const { lastId, found } = deliveriesNaming(store, names, after, DELIVERIES_AT_ONCE);
    if (found.length > 0) {
      store.write((tx) => {
        for (const { id, raw } of found) rewriteDelivery(tx, id, redactDelivery(raw, names));
      });
    }
    after = lastId;
    // oxlint-disable-next-line no-await-in-loop -- others get their turn in between
    await breathe();
  }
}

/** Deleted words leave the search index, and the write-ahead log, only when these are tidied up. */
async function wipeTraces(store: Store): Promise<void> {
  while (store.write(joinSearchIndexes)) {
    // oxlint-disable-next-line no-await-in-loop -- others get their turn in between
    await breathe();
  }
  store.checkpoint();
}

function tracesOf(
  contactIds: readonly ContactId[],
  identities: readonly Identity[],
  called: readonly string[],
): Traces {
  const valuesOf = (wanted: Identity['kind']): string[] =>
    identities.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  return { contactIds, phones: valuesOf('phone'), names: [...called, ...valuesOf('username')] };
}

function namesInWebhooks(identities: readonly Identity[]): string[] {
  const names = identities
    .filter(({ kind }) => kind !== 'username')
    .map(({ kind, value }) => (kind === 'phone' ? value.slice(1) : value));
  return [...new Set(names)];
}
