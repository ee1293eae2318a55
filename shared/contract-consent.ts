import { z } from 'zod';
import { answering, contactId, nothing } from './command.ts';
import { consentSettingsSchema } from './consent-settings.ts';
import type { ConsentSettings } from './consent-settings.ts';
import type { ConsentEntry, ConsentExport } from './models/consent.ts';

/** Commands about who wants offers. */
export const consentContract = {
  /** The latest first. */
  'consent.ledger': answering<readonly ConsentEntry[]>()(z.strictObject({ contactId })),
  /** What the owner was told outside WhatsApp, with the reason as its evidence. */
  'consent.record': answering<readonly ConsentEntry[]>()(
    z.strictObject({
      contactId,
      kind: z.enum(['opt_in', 'opt_out']),
      reason: z.string().trim().min(1).max(500),
    }),
  ),
  'consent.export': answering<ConsentExport>()(z.strictObject({ contactId })),
  'consent.settings': answering<ConsentSettings>()(nothing),
  'consent.changeSettings': answering<ConsentSettings>()(consentSettingsSchema.partial()),
} as const;
