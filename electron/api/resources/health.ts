import { z } from 'zod';
import type { Account } from '#shared/models/account.ts';
import { listAccounts } from '../../store/accounts.ts';
import type { Reader } from '../../store/store.ts';
import { noBody, noQuery, route } from '../route.ts';
import type { Route } from '../route.ts';
import { timeOrNull, timeSchema } from '../wire/time.ts';

const healthSchema = z
  .object({
    ok: z.boolean(),
    version: z.string(),
    database: z.literal('ok'),
    accounts: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        webhook: z
          .enum(['receiving', 'waiting', 'off'])
          .describe('waiting: nothing has ever come in; off: the account is switched off'),
        last_webhook_at: timeSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'Health' });

interface Dependencies {
  readonly store: Reader;
  readonly version: string;
}

export function healthRoutes({ store, version }: Dependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/health',
      scope: null,
      summary: 'Whether Frontdesk runs and hears from Meta',
      query: noQuery,
      body: noBody,
      status: 200,
      answer: healthSchema,
      takesIdempotencyKey: false,
      handle: () => ({
        ok: true,
        version,
        // The accounts come from the database: without it there is no answer but an error.
        database: 'ok' as const,
        accounts: listAccounts(store).map((account) => ({
          id: account.id,
          name: account.name,
          webhook: webhookState(account),
          last_webhook_at: timeOrNull(account.lastWebhookAt),
        })),
      }),
    }),
  ];
}

function webhookState(account: Account): 'receiving' | 'waiting' | 'off' {
  if (!account.isActive) return 'off';
  return account.lastWebhookAt === null ? 'waiting' : 'receiving';
}
