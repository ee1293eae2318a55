import { z } from 'zod';
import { answering, contactId, pageSize } from './command.ts';
import { contactFilterSchema, contactTextSchema } from './contact-filter.ts';
import { contactWordsSchema } from './contact-words.ts';
import { MAX_NOTE_LENGTH } from './limits.ts';
import { CONTACT_ORDERS } from './models/contact.ts';
import type { Contact } from './models/contact.ts';
import type { ContactProfile } from './models/contact-profile.ts';
import type { Person } from './models/person.ts';
import type { TimelinePage } from './models/timeline.ts';

export interface ContactPage {
  readonly contacts: readonly Contact[];
  readonly nextCursor: string | null;
}

/** What went with a person. */
export interface ContactErasure {
  readonly messages: number;
  readonly files: number;
}

/** Commands for people: the list of them, and one of them whole. */
export const contactContract = {
  'contacts.page': answering<ContactPage>()(
    z.strictObject({
      text: contactTextSchema,
      order: z.enum(CONTACT_ORDERS),
      filter: contactFilterSchema,
      cursor: z.string().nullable(),
      limit: pageSize,
    }),
  ),
  'contacts.create': answering<Contact>()(
    contactWordsSchema.extend({ phone: z.string().describe('E.164 with +') }),
  ),
  /** Without their messages, these stay in a chat of nobody. It can’t be undone. */
  'contacts.delete': answering<ContactErasure>()(
    z.strictObject({ contactId, withMessages: z.boolean() }),
  ),
  'contacts.profile': answering<ContactProfile>()(z.strictObject({ contactId })),
  /** All that a screen of their own tells of a person. */
  'contacts.person': answering<Person>()(z.strictObject({ contactId })),
  /** Answers the person as they were before. */
  'contacts.change': answering<ContactProfile>()(
    z.strictObject({
      contactId,
      change: z.strictObject({
        ownName: z.string().trim().min(1).max(200).nullable().optional(),
        email: z
          .email('This is no e-mail address. It looks like name@example.com.')
          .max(254)
          .nullable()
          .optional(),
        language: z
          .string()
          .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/u)
          .nullable()
          .optional(),
        notes: z.string().max(MAX_NOTE_LENGTH).optional(),
      }),
    }),
  ),
  /** For a number that the owner wrote down; answers the one that was there. With `+`. */
  'contacts.correctPhone': answering<string | null>()(
    z.strictObject({ contactId, phone: z.string().trim().min(1).max(60) }),
  ),
  'contacts.timeline': answering<TimelinePage>()(
    z.strictObject({ contactId, cursor: z.string().nullable(), limit: pageSize }),
  ),
} as const;
