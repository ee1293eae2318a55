import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { GraphTarget } from '../graph/client.ts';
import type { Vault } from '../secrets/vault.ts';
import { accessTokenName, appSecretName, graphRoute } from '../store/accounts.ts';
import type { GraphRoute } from '../store/accounts.ts';
import type { Reader } from '../store/store.ts';

interface Connecting {
  readonly store: Reader;
  readonly vault: Vault;
  /** Where Graph is for such a number: the practice platform is elsewhere. */
  readonly baseUrl: (route: GraphRoute) => string;
}

/** How a number reaches Meta. Throws FrontdeskError `no_account` or `secret_store`. */
export async function graphTarget(
  { store, vault, baseUrl }: Connecting,
  id: AccountId,
): Promise<GraphTarget> {
  const route = graphRoute(store, id);
  if (route === undefined) throw new FrontdeskError('no_account', 'This number was removed.');
  const accessToken = await vault.read(accessTokenName(id));
  if (accessToken === undefined) {
    throw new FrontdeskError(
      'secret_store',
      'This number has no access token. Enter it again, then its messages leave.',
    );
  }
  const appSecret = await vault.read(appSecretName(id));
  return {
    baseUrl: baseUrl(route),
    apiVersion: route.apiVersion,
    phoneNumberId: route.phoneNumberId,
    accessToken,
    ...(appSecret !== undefined && { appSecret }),
  };
}
