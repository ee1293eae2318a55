import { z } from 'zod';
import {
  answering,
  contactId,
  importId,
  labelId,
  nothing,
  pageSize,
  segmentId,
} from './command.ts';
import { asId } from './ids.ts';
import type { CustomFieldId } from './ids.ts';
import { EXPORT_COLUMNS, EXPORT_FORMATS } from './models/contact-export.ts';
import type { ExportField } from './models/contact-export.ts';
import { FIELD_TYPES } from './models/contact-field.ts';
import {
  DELIMITERS,
  IMPORT_STEPS,
  KNOWN_TARGETS,
  READABLE_ENCODINGS,
  REHEARSAL_FILTERS,
} from './models/contact-import.ts';
import type {
  ContactImport,
  ImportDraft,
  ImportFile,
  ImportRehearsal,
  KeptPerson,
  RehearsedRow,
  RejectedRow,
} from './models/contact-import.ts';

/** Bytes of a file that go in one command, before they are written as Base64. */
export const PIECE_BYTES = 256 * 1024;

const uploadId = z.uuid();
const row = z.int().nonnegative();

export const importReading = z.strictObject({
  sheet: z.string().max(255).nullable(),
  encoding: z.enum(READABLE_ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
  headerRow: row.nullable(),
});

const target = z.union([
  z.strictObject({ to: z.enum([...KNOWN_TARGETS, 'nothing']) }),
  z.strictObject({
    to: z.literal('field'),
    field: z.string().trim().min(1).max(60),
    type: z.enum(FIELD_TYPES).optional(),
  }),
]);

export const importChoices = z.strictObject({
  reading: importReading,
  targets: z.array(target).max(200).nullable(),
  defaultCountry: z.string().trim().length(2).nullable(),
});

const choices = importChoices.extend({ uploadId });

const customFieldId = z
  .int()
  .positive()
  .transform((value) => asId<CustomFieldId>(value));

/** `phone` and its like by name, a custom field by its number. */
export const exportColumns = z
  .array(z.union([z.enum(EXPORT_COLUMNS), customFieldId]))
  .min(1)
  .max(500)
  .nullable();

/** Whom a spreadsheet is to hold. */
export const exportChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('contacts'),
    contactIds: z.array(contactId).min(1).max(100_000),
  }),
  z.strictObject({ kind: z.literal('label'), labelId }),
  z.strictObject({ kind: z.literal('segment'), segmentId }),
  z.strictObject({ kind: z.literal('opted_out') }),
]);

/** A piece of a file. A null `next` means that it was the last. */
export interface FilePiece {
  readonly base64: string;
  readonly next: number | null;
}

/** Commands for lists of contacts that come and go as spreadsheets. */
export const importContract = {
  'imports.begin': answering<{ readonly uploadId: string }>()(
    z.strictObject({ fileName: z.string().trim().min(1).max(255) }),
  ),
  /** The pieces of a file in their order. */
  'imports.append': answering<null>()(
    z.strictObject({ uploadId, base64: z.base64().max(PIECE_BYTES * 2) }),
  ),
  'imports.look': answering<ImportFile>()(choices.omit({ defaultCountry: true })),
  /** The file that was begun with last, as it was left; null: there is none. */
  'imports.draft': answering<ImportDraft | null>()(nothing),
  'imports.saveDraft': answering<null>()(choices.extend({ step: z.enum(IMPORT_STEPS) })),
  'imports.discard': answering<null>()(z.strictObject({ uploadId })),
  /** Two letters each, for the choice of a default. */
  'imports.countries': answering<readonly string[]>()(nothing),
  /** A dry run: the whole import, but nothing is written. */
  'imports.rehearse': answering<ImportRehearsal>()(choices),
  /** A piece of the last dry run of a file. */
  'imports.rehearsed': answering<readonly RehearsedRow[]>()(
    z.strictObject({ uploadId, filter: z.enum(REHEARSAL_FILTERS), offset: row, limit: pageSize }),
  ),
  /** Answers when it has begun; `imports.changed` says that it got further. */
  'imports.apply': answering<ContactImport>()(choices),
  'imports.cancel': answering<ContactImport>()(z.strictObject({ importId })),
  'imports.undo': answering<ContactImport>()(z.strictObject({ importId })),
  'imports.list': answering<readonly ContactImport[]>()(nothing),
  'imports.get': answering<ContactImport>()(z.strictObject({ importId })),
  'imports.rejected': answering<readonly RejectedRow[]>()(
    z.strictObject({ importId, after: row, limit: pageSize }),
  ),
  /** The refused rows as a CSV with their reasons, for the owner to correct: piece by piece. */
  'imports.rejectedFile': answering<FilePiece>()(z.strictObject({ importId, after: row })),
  /** Whom an undo left as they are. */
  'imports.kept': answering<readonly KeptPerson[]>()(
    z.strictObject({ importId, after: row, limit: pageSize }),
  ),
  /** Writes a spreadsheet, to be fetched with `contacts.exportPiece`. */
  'contacts.export': answering<{ readonly exportId: string; readonly contacts: number }>()(
    z.strictObject({
      format: z.enum(EXPORT_FORMATS),
      choice: exportChoice,
      /** In this order; null: all there are. */
      columns: exportColumns,
    }),
  ),
  /** The custom fields that a spreadsheet can have columns of. */
  'contacts.exportFields': answering<readonly ExportField[]>()(nothing),
  /** After the last piece the spreadsheet is gone. */
  'contacts.exportPiece': answering<FilePiece>()(z.strictObject({ exportId: uploadId, at: row })),
} as const;
