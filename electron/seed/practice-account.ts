import { randomBytes } from 'node:crypto';
import type { AccountId } from '#shared/ids.ts';
import { listAccounts, saveAccount } from '../store/accounts.ts';
import type { WriteTx } from '../store/store.ts';

const NAME = 'Practice';

/** The account named `Practice`, made when it is missing. It has no token, so nothing can leave it. */
export function practiceAccount(tx: WriteTx, now: number): AccountId {
  const existing = listAccounts(tx).find((account) => account.name === NAME);
  if (existing !== undefined) return existing.id;
  return saveAccount(
    tx,
    {
      name: NAME,
      phoneNumberId: '100000000000001',
      wabaId: '200000000000001',
      appId: null,
      businessPortfolioId: '300000000000001',
      displayPhoneNumber: '+15550100001',
      profileName: NAME,
      verifyToken: randomBytes(24).toString('base64url'),
      apiVersion: 'v26.0',
      throughputLevel: 'STANDARD',
      isPractice: true,
    },
    now,
  );
}
