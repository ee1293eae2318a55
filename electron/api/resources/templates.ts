import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { AccountId } from '#shared/ids.ts';
import { encodeCursor } from '../../store/cursor.ts';
import type { Reader } from '../../store/store.ts';
import { listTemplateRecords } from '../../store/template-records.ts';
import { cursorFrom, pageOf, pageQuery } from '../page.ts';
import { noBody, route } from '../route.ts';
import type { Route } from '../route.ts';
import { templateOnWire, templateSchema } from '../wire/template.ts';

interface Dependencies {
  readonly store: Reader;
}

export function templateRoutes({ store }: Dependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/templates',
      scope: 'read',
      summary: 'The templates of the connected numbers as WhatsApp has them, oldest first',
      query: pageQuery.extend({
        account_id: z.coerce.number().int().positive().optional(),
      }),
      body: noBody,
      status: 200,
      answer: pageOf(templateSchema),
      takesIdempotencyKey: false,
      handle({ query: { limit, cursor, account_id } }) {
        const found = listTemplateRecords(store, {
          accountId: account_id === undefined ? null : asId<AccountId>(account_id),
          after: cursorFrom(cursor)?.id ?? 0,
          limit: limit + 1,
        });
        const page = found.slice(0, limit);
        const last = found.length > limit ? page.at(-1) : undefined;
        return {
          data: page.map(templateOnWire),
          next_cursor: last === undefined ? null : encodeCursor({ at: 0, id: last.id }),
        };
      },
    }),
  ];
}
