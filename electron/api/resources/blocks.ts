import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { AccountId } from '#shared/ids.ts';
import { MAX_BLOCK_REASON } from '#shared/limits.ts';
import { isE164 } from '#shared/phone.ts';
import { blockPeople } from '../../people/block.ts';
import type { Blocking } from '../../people/block-request.ts';
import { blocksOfPhone, unblockPeople } from '../../people/unblock.ts';
import { pageBlocks } from '../../store/block-list.ts';
import { requirePhone, senderAccount } from '../addressee.ts';
import { cursorFrom, pageOf, pageQuery } from '../page.ts';
import { noBody, noQuery, route } from '../route.ts';
import type { Route } from '../route.ts';
import { missing } from '../row-id.ts';
import { blockOnWire, blockResults, blockResultsSchema, blockSchema } from '../wire/block.ts';

const accountQuery = z.coerce.number().int().positive().optional();

const newBlocks = z.strictObject({
  account_id: z.int().positive().optional().describe('May be left out while one account is active'),
  phones: z.array(z.string()).min(1).max(1000).describe('E.164 with +'),
  reason: z.string().trim().max(MAX_BLOCK_REASON).optional(),
  until: z.iso.datetime({ offset: true }).optional().describe('When the block ends by itself'),
});

export function blockRoutes(deps: Blocking): readonly Route[] {
  const { store } = deps;
  return [
    route({
      method: 'GET',
      path: '/blocks',
      scope: 'read',
      summary: 'Who is blocked, the latest first',
      query: pageQuery.extend({
        account_id: accountQuery,
        active: z
          .enum(['true', 'false'])
          .default('true')
          .describe('false: blocks that ended, and those that WhatsApp refused'),
      }),
      body: noBody,
      status: 200,
      answer: pageOf(blockSchema),
      takesIdempotencyKey: false,
      handle({ query: { account_id, active, cursor, limit } }) {
        const page = pageBlocks(store, {
          accountId: accountFrom(account_id),
          isActive: active === 'true',
          text: null,
          after: cursorFrom(cursor),
          limit,
        });
        return { data: page.blocks.map(blockOnWire), next_cursor: page.nextCursor };
      },
    }),
    route({
      method: 'POST',
      path: '/blocks',
      scope: 'contacts',
      summary: 'Blocks people, here and at WhatsApp; answers what became of each',
      query: noQuery,
      body: newBlocks,
      status: 200,
      answer: blockResultsSchema,
      takesIdempotencyKey: true,
      async handle({ body: { account_id, phones, reason = '', until } }) {
        for (const [index, phone] of phones.entries()) requirePhone(`phones.${index}`, phone);
        const accountId = senderAccount(store, account_id);
        const people = phones.map((phone) => ({ kind: 'phone', phone }) as const);
        const ends = until === undefined ? null : Date.parse(until);
        const order = { accountId, people, reason, until: ends, by: 'api' } as const;
        return blockResults(await blockPeople(deps, order));
      },
    }),
    route({
      method: 'DELETE',
      path: '/blocks/{phone}',
      scope: 'contacts',
      summary: 'Unblocks a person, here and at WhatsApp, at every number that has blocked them',
      query: z.strictObject({ account_id: accountQuery }),
      body: noBody,
      status: 200,
      answer: blockResultsSchema,
      takesIdempotencyKey: false,
      async handle({ params, query }) {
        const phone = params['phone'] ?? '';
        const accountId = accountFrom(query.account_id);
        const blocks = isE164(phone) ? blocksOfPhone(store, phone, accountId) : [];
        if (blocks.length === 0) throw missing('block of', phone);
        const results = await unblockPeople(deps, blocks, 'api');
        return blockResults(results.map((result) => ({ ...result, phone })));
      },
    }),
  ];
}

function accountFrom(id: number | undefined): AccountId | null {
  return id === undefined ? null : asId<AccountId>(id);
}
