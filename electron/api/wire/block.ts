import { z } from 'zod';
import type { Block, BlockOutcome } from '#shared/models/block.ts';
import { timeOrNull, timeSchema, time } from './time.ts';

const actor = z.enum(['owner', 'api', 'time', 'elsewhere', 'merge', 'change']);

export const blockSchema = z
  .object({
    id: z.int(),
    account_id: z.int(),
    contact_id: z.int().nullable(),
    name: z.string(),
    phone: z.string().nullable(),
    wa_id: z.string().nullable(),
    bsuid: z.string().nullable(),
    is_active: z.boolean(),
    reason: z.string(),
    blocked_by: actor.describe('elsewhere: by another program, found by a sync'),
    blocked_at: timeSchema,
    until: timeSchema.nullable().describe('When the block ends by itself; null: it stays'),
    unblocked_at: timeSchema.nullable(),
    unblocked_by: actor
      .nullable()
      .describe('change: the block goes on, with another reason or end'),
    meta_error: z.string().nullable(),
  })
  .meta({ id: 'Block' });

export function blockOnWire(block: Block): z.output<typeof blockSchema> {
  return {
    id: block.id,
    account_id: block.accountId,
    contact_id: block.contactId,
    name: block.name,
    phone: block.phone,
    wa_id: block.waId,
    bsuid: block.bsuid,
    is_active: block.state === 'active',
    reason: block.reason,
    blocked_by: block.blockedBy,
    blocked_at: time(block.blockedAt),
    until: timeOrNull(block.until),
    unblocked_at: timeOrNull(block.unblockedAt),
    unblocked_by: block.unblockedBy,
    meta_error: block.problem,
  };
}

export const blockResultsSchema = z
  .object({
    results: z.array(
      z.object({
        phone: z.string().nullable(),
        status: z.enum(['blocked', 'unblocked', 'failed']),
        error: z
          .object({ code: z.int().nullable(), title: z.string(), advice: z.string() })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'BlockResults' });

export function blockResults(
  outcomes: readonly BlockOutcome[],
): z.output<typeof blockResultsSchema> {
  return { results: outcomes.map(({ phone, status, error }) => ({ phone, status, error })) };
}
