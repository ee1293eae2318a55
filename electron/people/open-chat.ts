import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId, ContactId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Clock } from '../clock.ts';
import { listAccounts } from '../store/accounts.ts';
import { findChat } from '../store/chats.ts';
import { ensureChat } from '../store/conversations.ts';
import type { Store } from '../store/store.ts';
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
 * The chat of a number of ours with somebody, made if need be; nothing is sent. Throws FrontdeskError
 * `not_found` for a number or a person that is not there, `invalid_number` for what is no number.
 */
export function openChat({ store, clock }: Deps, accountId: AccountId, who: Addressee): Chat {
  const chat = store.write((tx) => {
    if (listAccounts(tx).every(({ id }) => id !== accountId)) {
      throw new FrontdeskError(
        'not_found',
        'This number of yours was removed. Choose another one to write from.',
      );
    }
    const now = clock();
    const chatId =
      'phone' in who
        ? beginChat(tx, accountId, requirePhone(who.phone), now)
        : ensureChat(tx, accountId, requireContact(tx, who.contactId).id, now);
    return findChat(tx, chatId);
  });
  if (chat === undefined) throw new Error('A chat that was just made is not there.');
  return chat;
}
