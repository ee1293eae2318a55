import { systemClock } from '#electron/clock.ts';
import type { PracticeOptions, PracticePlatform } from '#electron/practice/platform.ts';
import { TEST_ACCOUNT } from './app.ts';
import { NUMBER, startQuietPlatform } from './practice.ts';

/** A quiet platform, by the real clock, that knows the number which `addTestAccount` adds. */
export function startShopPlatform(
  options: Partial<PracticeOptions> = {},
): Promise<PracticePlatform> {
  const { phoneNumberId, wabaId, accessToken, appSecret } = TEST_ACCOUNT;
  const number = { ...NUMBER, phoneNumberId, wabaId, accessToken, appSecret };
  return startQuietPlatform({ clock: systemClock, numbers: [number], ...options });
}
