import type { AccountId, ContactId } from '#shared/ids.ts';
import type { BlockForecast } from '#shared/models/block.ts';
import { call } from './core.ts';

/** What one command takes. */
const MOST = 200;

/** Who can be blocked now, for any number of people; or the sentence that says why nobody knows. */
export async function forecast(
  accountId: AccountId,
  contactIds: readonly ContactId[],
): Promise<readonly BlockForecast[] | string> {
  const told: BlockForecast[] = [];
  for (let start = 0; start < contactIds.length; start += MOST) {
    const slice = contactIds.slice(start, start + MOST);
    const result = await call('blocks.forecast', { accountId, contactIds: slice });
    if (!result.ok) return result.error.message;
    told.push(...result.data);
  }
  return told;
}
