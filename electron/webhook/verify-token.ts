import { createHash, timingSafeEqual } from 'node:crypto';
import { activeVerifyTokens } from '../store/accounts.ts';
import { readSetting } from '../store/settings.ts';
import type { Reader } from '../store/store.ts';

/** The token for apps that serve several accounts. */
export const VERIFY_TOKEN_SETTING = 'webhook.verify_token';

/** Whether Meta introduces itself with a token of ours. Takes as long for a near miss as for any other. */
export function isVerifyToken(db: Reader, token: string): boolean {
  const appWide = readSetting(db, VERIFY_TOKEN_SETTING);
  const known = activeVerifyTokens(db);
  if (typeof appWide === 'string') known.push(appWide);
  const given = digest(token);
  let isKnown = false;
  for (const candidate of known) {
    if (candidate !== '' && timingSafeEqual(digest(candidate), given)) isKnown = true;
  }
  return isKnown;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
