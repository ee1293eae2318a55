import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import { beginChat } from '../people/begin-chat.ts';
import { phoneProblem } from '../people/phone-rules.ts';
import { findAccount } from '../store/accounts.ts';
import { findChatByPhone } from '../store/chat-lookup.ts';
import { openChat, sendingAccounts } from '../store/outgoing.ts';
import type { Reader, Store } from '../store/store.ts';
import { badField, Problem } from './problem.ts';
import { missing } from './row-id.ts';

interface Addressee {
  readonly type: string;
  readonly account_id?: number | undefined;
  readonly to?: string | undefined;
  readonly chat_id?: number | undefined;
}

export interface ChatOfAccount {
  readonly chatId: ChatId;
  readonly accountId: AccountId;
}

/**
 * The chat that a request names by its id or by the number of the person. A template may be the
 * first message to somebody; then their chat begins here.
 */
export function chatFor(
  { store: db, clock }: { readonly store: Store; readonly clock: Clock },
  { type, account_id, to, chat_id }: Addressee,
): ChatOfAccount {
  if (to !== undefined && chat_id !== undefined)
    throw badField('to', 'give to or chat_id, not both');
  if (chat_id !== undefined) return chatById(db, chat_id, account_id);
  if (to === undefined) throw badField('to', 'give to or chat_id');
  requirePhone('to', to);
  const accountId = senderAccount(db, account_id);
  const chatId = findChatByPhone(db, accountId, to);
  if (chatId !== undefined) return { chatId, accountId };
  if (type === 'template') {
    return { chatId: db.write((tx) => beginChat(tx, accountId, to, clock())), accountId };
  }
  throw new Problem(
    'window_closed',
    `${to} has not written to you yet. WhatsApp wants the first message to be an approved template.`,
  );
}

function chatById(db: Reader, id: number, accountId: number | undefined): ChatOfAccount {
  const chat = openChat(db, asId<ChatId>(id));
  if (chat === undefined) throw missing('chat', id);
  if (accountId !== undefined && chat.accountId !== accountId) {
    throw badField('account_id', `chat ${id} belongs to account ${chat.accountId}`);
  }
  return { chatId: chat.chatId, accountId: chat.accountId };
}

/** Throws Problem `invalid_number` for anything but E.164 with `+`. */
export function requirePhone(path: string, text: string): void {
  const problem = phoneProblem(text);
  if (problem === undefined) return;
  const errors = [{ path, message: 'must be E.164 with +' }];
  throw new Problem('invalid_number', problem, { errors });
}

/** The account that a request names; without one, the only active account there is. */
export function senderAccount(db: Reader, id: number | undefined): AccountId {
  return id === undefined ? onlyAccount(db) : givenAccount(db, id);
}

function onlyAccount(db: Reader): AccountId {
  const [first, second] = sendingAccounts(db);
  if (first === undefined) {
    throw new Problem('no_account', 'No number is connected. Connect one, then send again.');
  }
  if (second !== undefined) {
    throw badField('account_id', 'several accounts are active: say which one sends');
  }
  return first;
}

function givenAccount(db: Reader, id: number): AccountId {
  const account = findAccount(db, asId<AccountId>(id));
  if (account === undefined) throw missing('account', id);
  if (account.isActive) return account.id;
  throw new Problem('account_inactive', `The account “${account.name}” is switched off.`);
}
