import type { AppStatus } from '#shared/contract.ts';
import type { Account } from '#shared/models/account.ts';
import { listAccounts } from '../store/accounts.ts';
import { countUnreadChats } from '../store/chat-views.ts';
import type { Reader } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Reader;
  readonly version: string;
  readonly secretStorage: AppStatus['secretStorage'];
  readonly practice: {
    isRunning(): boolean;
    start(): Promise<Account>;
  };
}

export function appHandlers(deps: Deps): Pick<Handlers, 'app.status' | 'practice.start'> {
  return {
    'app.status': () => ({
      version: deps.version,
      accounts: listAccounts(deps.store),
      unreadChats: countUnreadChats(deps.store),
      practiceRunning: deps.practice.isRunning(),
      secretStorage: deps.secretStorage,
    }),
    'practice.start': () => deps.practice.start(),
  };
}
