import { z } from 'zod';
import type { Contact } from '#shared/models/contact.ts';
import type { ContactField } from '#shared/models/contact-field.ts';
import { time, timeOrNull, timeSchema } from './time.ts';

export const contactSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    phone: z.string().nullable().describe('E.164 with +; null for people known by their bsuid'),
    username: z.string().nullable(),
    bsuid: z.string().nullable(),
    email: z.string().nullable(),
    notes: z.string(),
    language: z.string().nullable(),
    labels: z.array(z.string()),
    custom: z.record(z.string(), z.string()),
    opted_out: z.boolean(),
    blocked: z.boolean(),
    last_message_at: timeSchema.nullable(),
    created_at: timeSchema,
    updated_at: timeSchema,
  })
  .meta({ id: 'Contact' });

/** What only the profile has. */
export interface ContactDetails {
  readonly notes: string;
  readonly fields: readonly ContactField[];
}

export function contactOnWire(
  contact: Contact,
  { notes, fields }: ContactDetails,
): z.output<typeof contactSchema> {
  return {
    id: contact.id,
    name: contact.name,
    phone: contact.phone,
    username: contact.username,
    bsuid: contact.bsuid,
    email: contact.email,
    notes,
    language: contact.language,
    labels: contact.labels.map(({ name }) => name),
    custom: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    opted_out: contact.optedOut,
    blocked: contact.isBlocked,
    last_message_at: timeOrNull(contact.latestMessageAt),
    created_at: time(contact.createdAt),
    updated_at: time(contact.updatedAt),
  };
}
