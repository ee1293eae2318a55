import { z } from 'zod';
import {
  accountId,
  answering,
  chatId,
  contactId,
  labelId,
  noteId,
  nothing,
  pageSize,
} from './command.ts';
import type { ChatId } from './ids.ts';
import { labelColorSchema, labelNameSchema } from './label.ts';
import { MAX_NOTE_LENGTH, MAX_SEARCH_LENGTH } from './limits.ts';
import type { ContactProfile } from './models/contact-profile.ts';
import type { Label, LabelCount } from './models/label.ts';
import type { FoundNotes, Note } from './models/note.ts';
import { SHARED_KINDS } from './models/shared-files.ts';
import type { SharedCounts, SharedPage } from './models/shared-files.ts';
import type { TimelinePage } from './models/timeline.ts';

const cursor = z.string().nullable();
const noteText = z.string().trim().min(1).max(MAX_NOTE_LENGTH);
const time = z.int().nonnegative();

/** Commands for what stands beside the messages: labels, notes, the person, what a chat holds. */
export const besideContract = {
  'labels.list': answering<readonly Label[]>()(nothing),
  'labels.counts': answering<readonly LabelCount[]>()(nothing),
  /** A null colour: the one that is used least. */
  'labels.create': answering<Label>()(
    z.strictObject({ name: labelNameSchema, color: labelColorSchema.nullable() }),
  ),
  'labels.change': answering<Label>()(
    z.strictObject({
      labelId,
      name: labelNameSchema.optional(),
      color: labelColorSchema.optional(),
    }),
  ),
  'labels.delete': answering<Label>()(z.strictObject({ labelId })),
  /** Undoes a deletion, for a day. */
  'labels.restore': answering<Label>()(z.strictObject({ labelId })),
  /** Answers the chats in which something changed: the opposite, given to those, undoes it. */
  'labels.put': answering<readonly ChatId[]>()(
    z.strictObject({
      labelId,
      chatIds: z.array(chatId).min(1).max(200),
      on: z.enum(['contact', 'chat']),
      isOn: z.boolean(),
    }),
  ),
  /** Of one piece of a thread; oldest first. */
  'notes.between': answering<readonly Note[]>()(
    z.strictObject({ chatId, from: time.nullable(), until: time.nullable() }),
  ),
  'notes.write': answering<Note>()(z.strictObject({ chatId, text: noteText })),
  'notes.edit': answering<Note>()(z.strictObject({ noteId, text: noteText })),
  'notes.delete': answering<null>()(z.strictObject({ noteId })),
  /** Undoes a deletion, for a day. */
  'notes.restore': answering<Note>()(z.strictObject({ noteId })),
  'notes.saveDraft': answering<null>()(
    z.strictObject({ chatId, text: z.string().max(MAX_NOTE_LENGTH * 2) }),
  ),
  'search.notes': answering<FoundNotes>()(
    z.strictObject({
      text: z.string().max(MAX_SEARCH_LENGTH),
      accountId: accountId.nullable(),
      limit: pageSize,
    }),
  ),
  'contacts.profile': answering<ContactProfile>()(z.strictObject({ contactId })),
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
  'contacts.timeline': answering<TimelinePage>()(
    z.strictObject({ contactId, cursor, limit: pageSize }),
  ),
  'shared.page': answering<SharedPage>()(
    z.strictObject({ chatId, kind: z.enum(SHARED_KINDS), cursor, limit: pageSize }),
  ),
  'shared.counts': answering<SharedCounts>()(z.strictObject({ chatId })),
} as const;
