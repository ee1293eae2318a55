import { randomBytes } from 'node:crypto';
import type { AccountId } from '#shared/ids.ts';
import { PRACTICE_SHOP } from '#shared/practice-shop.ts';
import { findAccountByPhoneNumberId, saveAccount } from './accounts.ts';
import type { WriteTx } from './store.ts';

/** The practice account, made when it is missing. It has no token until the platform gives it one. */
export function practiceAccountId(tx: WriteTx, now: number): AccountId {
  const existing = findAccountByPhoneNumberId(tx, PRACTICE_SHOP.phoneNumberId);
  if (existing !== undefined) return existing.id;
  return saveAccount(
    tx,
    {
      name: PRACTICE_SHOP.accountName,
      phoneNumberId: PRACTICE_SHOP.phoneNumberId,
      wabaId: PRACTICE_SHOP.wabaId,
      appId: PRACTICE_SHOP.appId,
      businessPortfolioId: PRACTICE_SHOP.businessPortfolioId,
      displayPhoneNumber: PRACTICE_SHOP.displayPhoneNumber,
      profileName: PRACTICE_SHOP.verifiedName,
      verifyToken: randomBytes(24).toString('base64url'),
      apiVersion: 'v26.0',
      throughputLevel: 'STANDARD',
      isPractice: true,
    },
    now,
  );
}
