import { useEffect, useState } from 'react';
import type { AccountId, ContactId } from '#shared/ids.ts';
import type { BlockForecast } from '#shared/models/block.ts';
import { forecast } from '../../../stores/block-forecast.ts';

type Told = readonly BlockForecast[] | string;

/** Who can be blocked by this number now; undefined until that is known, a sentence where it isn't. */
export function useForecast(
  accountId: AccountId | undefined,
  contactIds: readonly ContactId[],
): Told | undefined {
  const [told, setTold] = useState<{ readonly accountId: AccountId; readonly told: Told }>();
  useEffect(() => {
    let isCurrent = true;
    async function look() {
      if (accountId === undefined) return;
      const answer = await forecast(accountId, contactIds);
      if (isCurrent) setTold({ accountId, told: answer });
    }
    void look();
    return () => {
      isCurrent = false;
    };
  }, [accountId, contactIds]);
  return told?.accountId === accountId ? told?.told : undefined;
}
