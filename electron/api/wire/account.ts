import { z } from 'zod';
import type { Account } from '#shared/models/account.ts';
import { time, timeOrNull, timeSchema } from './time.ts';

export const accountSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    phone_number_id: z.string(),
    waba_id: z.string(),
    display_phone_number: z.string().nullable().describe('E.164 with +'),
    profile_name: z.string().nullable(),
    is_active: z.boolean(),
    is_practice: z.boolean(),
    has_access_token: z.boolean(),
    has_app_secret: z.boolean(),
    last_webhook_at: timeSchema.nullable(),
    created_at: timeSchema,
  })
  .meta({ id: 'Account', description: 'A business phone number. Never carries a secret.' });

export type AccountOnWire = z.output<typeof accountSchema>;

export function accountOnWire(account: Account): AccountOnWire {
  return {
    id: account.id,
    name: account.name,
    phone_number_id: account.phoneNumberId,
    waba_id: account.wabaId,
    display_phone_number: account.displayPhoneNumber,
    profile_name: account.profileName,
    is_active: account.isActive,
    is_practice: account.isPractice,
    has_access_token: account.hasAccessToken,
    has_app_secret: account.hasAppSecret,
    last_webhook_at: timeOrNull(account.lastWebhookAt),
    created_at: time(account.createdAt),
  };
}
