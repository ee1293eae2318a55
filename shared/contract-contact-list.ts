import { z } from 'zod';
import { accountId, answering, chatId, contactId, labelId, nothing } from './command.ts';
import { contactFilterSchema, contactTextSchema } from './contact-filter.ts';
import { MOST_DELETED, MOST_LABELLED } from './contact-portions.ts';
import { countrySchema } from './contact-words.ts';
import type { ContactErasure } from './contract-contacts.ts';
import type { ContactId } from './ids.ts';
import type { Chat } from './models/chat.ts';
import type { Contact } from './models/contact.ts';
import type { ContactFacets, PhoneCheck } from './models/contact-list.ts';

/** Ids are small: this many go in one answer. */
export const MOST_IDS = 10_000;

/** How many fit a question, and of how many. */
export interface ContactCount {
  readonly fitting: number;
  readonly all: number;
}

/** Ascending. A null `next` means that these were the last. */
export interface ContactIdPage {
  readonly contactIds: readonly ContactId[];
  readonly next: number | null;
}

/** Those whom an event named: as they are now, or not among those who fit. */
export interface FreshContacts {
  readonly fitting: readonly Contact[];
  readonly others: readonly ContactId[];
}

const question = { text: contactTextSchema, filter: contactFilterSchema };

/** Commands for the list of all people: how many they are, who changed, and many at once. */
export const contactListContract = {
  'contacts.count': answering<ContactCount>()(z.strictObject(question)),
  'contacts.ids': answering<ContactIdPage>()(
    z.strictObject({ ...question, after: z.int().nonnegative() }),
  ),
  /** Which of these people, and of those whom these chats are with, fit. */
  'contacts.fresh': answering<FreshContacts>()(
    z.strictObject({
      ...question,
      contactIds: z.array(contactId).max(200),
      chatIds: z.array(chatId).max(200),
    }),
  ),
  /** What the people can be told apart by, with how many are of each. */
  'contacts.facets': answering<ContactFacets>()(nothing),
  /** Answers whom it changed: the opposite, given to those, undoes it. */
  'contacts.label': answering<readonly ContactId[]>()(
    z.strictObject({
      labelId,
      contactIds: z.array(contactId).min(1).max(MOST_LABELLED),
      isOn: z.boolean(),
    }),
  ),
  /** As `contacts.delete`; whoever is gone already is left out. It can’t be undone. */
  'contacts.deleteMany': answering<ContactErasure & { readonly people: number }>()(
    z.strictObject({
      contactIds: z.array(contactId).min(1).max(MOST_DELETED),
      withMessages: z.boolean(),
    }),
  ),
  /**
   * Reads a number as it is typed. Without a country only numbers with `+` are understood: none is
   * guessed.
   */
  'contacts.checkPhone': answering<PhoneCheck>()(
    z.strictObject({ text: z.string().max(60), country: countrySchema.nullable() }),
  ),
  /**
   * The chat of a number of ours with somebody, made if need be. Without an account: the chat in
   * which something was said last, or the first number that can write. A phone is E.164 with `+`.
   */
  'contacts.openChat': answering<Chat>()(
    z.strictObject({
      accountId: accountId.nullable(),
      who: z.union([z.strictObject({ contactId }), z.strictObject({ phone: z.string().max(20) })]),
    }),
  ),
} as const;
