import { listAccounts } from '../../store/accounts.ts';
import type { Reader } from '../../store/store.ts';
import { cursorFrom, pageOf, pageQuery } from '../page.ts';
import { encodeCursor } from '../../store/cursor.ts';
import { noBody, route } from '../route.ts';
import type { Route } from '../route.ts';
import { accountOnWire, accountSchema } from '../wire/account.ts';

interface Dependencies {
  readonly store: Reader;
}

export function accountRoutes({ store }: Dependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/accounts',
      scope: 'read',
      summary: 'The connected numbers, oldest first',
      query: pageQuery,
      body: noBody,
      status: 200,
      answer: pageOf(accountSchema),
      takesIdempotencyKey: false,
      handle({ query: { limit, cursor } }) {
        const after = cursorFrom(cursor)?.id ?? 0;
        const rest = listAccounts(store).filter(({ id }) => id > after);
        const page = rest.slice(0, limit);
        const last = rest.length > limit ? page.at(-1) : undefined;
        return {
          data: page.map(accountOnWire),
          next_cursor:
            last === undefined ? null : encodeCursor({ at: last.createdAt, id: last.id }),
        };
      },
    }),
  ];
}
