import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId, ChatId, ContactId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { phoneVariants } from '#shared/phone-variants.ts';
import type { Clock } from '../clock.ts';
import { listAccounts } from '../store/accounts.ts';
import { contactByPhones } from '../store/block-subjects.ts';
import { latestChatOf } from '../store/chat-lookup.ts';
import { findChat } from '../store/chats.ts';
import { ensureChat } from '../store/conversations.ts';
import type { Reader, Store, WriteTx } from '../store/store.ts';
import { beginChat } from './begin-chat.ts';
import { requireContact } from './contact-book.ts';
import { requirePhone } from './phone-rules.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** A person who is known, or one by number: E.164 with `+`. */
export type Addressee = { readonly contactId: ContactId } | { readonly phone: string };

/**
 * The chat of a number of ours with somebody, made if need be; nothing is sent. Without an account:
 * the chat in which something was said last, or one with the first number that can write. Throws
 * FrontdeskError `not_found` for a number or a person that is not there, `no_account` where no number
 * can write, `invalid_number` for what is no number.
 */
export function openChat(
  { store, clock }: Deps,
  accountId: AccountId | null,
  who: Addressee,
): Chat {
  const chat = store.write((tx) => {
    const known = accountId === null ? latestChatWith(tx, who) : undefined;
    return findChat(tx, known ?? ensure(tx, requireAccount(tx, accountId), who, clock()));
  });
  if (chat === undefined) throw new Error('A chat that was just made is not there.');
  return chat;
}

function ensure(tx: WriteTx, accountId: AccountId, who: Addressee, now: number): ChatId {
  return 'phone' in who
    ? beginChat(tx, accountId, requirePhone(who.phone), now)
    : ensureChat(tx, accountId, requireContact(tx, who.contactId).id, now);
}

function latestChatWith(db: Reader, who: Addressee): ChatId | undefined {
  const contactId = 'phone' in who ? contactByPhones(db, phoneVariants(who.phone)) : who.contactId;
  return contactId === undefined ? undefined : latestChatOf(db, contactId);
}

function requireAccount(db: Reader, wanted: AccountId | null): AccountId {
  const accounts = listAccounts(db);
  const account =
    wanted === null
      ? accounts.find(({ isActive }) => isActive)
      : accounts.find(({ id }) => id === wanted);
  if (account !== undefined) return account.id;
  if (wanted !== null) {
    throw new FrontdeskError(
      'not_found',
      'This number of yours was removed. Choose another one to write from.',
    );
  }
  throw new FrontdeskError(
    'no_account',
    'None of your numbers can write now. Connect one, or turn one on again.',
  );
}
