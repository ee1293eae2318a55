import { FrontdeskError } from '#shared/errors.ts';
import { asId } from '#shared/ids.ts';
import type { AccountId } from '#shared/ids.ts';
import { practiceAccountId } from '../../store/practice-account.ts';
import { seedHistory } from '../../seed/seed.ts';
import { bsuidScope } from '../../store/account-scope.ts';
import { findAccount } from '../../store/accounts.ts';
import type { Call, Command } from '../command.ts';
import { rowId, wholeNumber } from '../number.ts';

export const seed: Command = {
  words: ['seed'],
  summary: 'Adds synthetic history, the same for the same seed, for benchmarks and trials.',
  options: {
    chats: { value: 'N', help: 'how many chats' },
    messages: { value: 'N', help: 'how many messages in all' },
    seed: { value: 'S', help: 'any word (1)' },
    account: { value: 'ID', help: 'where to (an account named Practice, made if it is missing)' },
  },
  access: 'writes',
  run(call) {
    const { given, home, surroundings } = call;
    const chats = wholeNumber('--chats', given.required('chats'), { min: 1, max: 1_000_000 });
    const messages = wholeNumber('--messages', given.required('messages'), {
      min: 0,
      max: 50_000_000,
    });
    const word = given.text('seed') ?? '1';
    const accountId = accountFor(call);
    const result = seedHistory(home.store, {
      chats,
      messages,
      seed: word,
      accountId,
      bsuidScope: bsuidScope(home.store, accountId),
      now: surroundings.clock(),
    });
    return {
      json: { account_id: accountId, seed: word, ...result },
      text: `Account ${accountId} has ${result.messages} new messages in ${result.chats} chats (seed “${word}”).`,
    };
  },
};

function accountFor({ given, home: { store }, surroundings: { clock } }: Call): AccountId {
  const text = given.text('account');
  if (text === undefined) return store.write((tx) => practiceAccountId(tx, clock()));
  const id = asId<AccountId>(rowId('--account', text));
  if (findAccount(store, id) !== undefined) return id;
  throw new FrontdeskError('not_found', `There is no account ${id}. See “account list”.`);
}
