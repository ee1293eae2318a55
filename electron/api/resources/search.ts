import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { messageRecords } from '../../store/message-records.ts';
import { findMessage } from '../../store/messages.ts';
import type { BackgroundReader } from '../../store/reader.ts';
import type { Reader } from '../../store/store.ts';
import { cursorFrom, pageOf, pageQuery } from '../page.ts';
import { noBody, route } from '../route.ts';
import type { Route } from '../route.ts';
import { messageOnWire, messageSchema } from '../wire/message.ts';

interface Dependencies {
  readonly store: Reader;
  readonly reader: BackgroundReader;
  readonly clock: Clock;
}

const searchQuery = pageQuery.extend({
  q: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe(
      'Words, "phrases", -excluded, and the operators from: in: has: is: before: after: of the search field',
    ),
});

export function searchRoutes({ store, reader, clock }: Dependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/search',
      scope: 'read',
      summary: 'Messages of all history that have the words, newest first',
      query: searchQuery,
      body: noBody,
      status: 200,
      answer: pageOf(messageSchema),
      takesIdempotencyKey: false,
      async handle({ query }) {
        const page = await reader.ask({
          name: 'searchMessages',
          input: {
            text: query.q,
            accountId: null,
            chatId: null,
            after: cursorFrom(query.cursor),
            limit: query.limit,
            now: clock(),
          },
        });
        const ids = (page?.hits ?? []).map(({ messageId }) => messageId);
        const records = messageRecords(store, ids);
        return {
          data: ids.flatMap((id) => {
            const message = findMessage(store, id);
            const record = records.get(id);
            return message === undefined || record === undefined
              ? []
              : [messageOnWire(message, record)];
          }),
          next_cursor: page?.nextCursor ?? null,
        };
      },
    }),
  ];
}
