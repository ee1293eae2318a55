import { z } from 'zod';
import { answering, contactId, importId, labelId, nothing, pageSize } from './command.ts';
import { EXPORT_FORMATS } from './models/contact-export.ts';
import { KNOWN_TARGETS } from './models/contact-import.ts';
import type {
  ContactImport,
  ImportFile,
  ImportRehearsal,
  KeptPerson,
  PersonChange,
  RejectedRow,
} from './models/contact-import.ts';

/** Bytes of a file that go in one command, before they are written as Base64. */
export const PIECE_BYTES = 256 * 1024;

const uploadId = z.uuid();
const sheet = z.string().max(255).nullable();
const row = z.int().nonnegative();

const target = z.union([
  z.strictObject({ to: z.enum([...KNOWN_TARGETS, 'nothing']) }),
  z.strictObject({ to: z.literal('field'), field: z.string().trim().min(1).max(60) }),
]);

const choices = z.strictObject({
  uploadId,
  /** Of a workbook; null: the first with phone numbers in it. */
  sheet,
  /** What each column means; null: as the owner said the last time, or as it looks. */
  targets: z.array(target).max(200).nullable(),
  /** Where numbers without a country code are from; null: such numbers are refused. */
  defaultCountry: z.string().trim().length(2).nullable(),
});

/** Whom a spreadsheet is to hold. */
export const exportChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('contacts'),
    contactIds: z.array(contactId).min(1).max(100_000),
  }),
  z.strictObject({ kind: z.literal('label'), labelId }),
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
  'imports.look': answering<ImportFile>()(z.strictObject({ uploadId, sheet })),
  /** A dry run: the whole import, but nothing is written. */
  'imports.rehearse': answering<ImportRehearsal>()(choices),
  'imports.rehearsedChanges': answering<readonly PersonChange[]>()(
    z.strictObject({ uploadId, offset: row, limit: pageSize }),
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
    }),
  ),
  /** After the last piece the spreadsheet is gone. */
  'contacts.exportPiece': answering<FilePiece>()(z.strictObject({ exportId: uploadId, at: row })),
} as const;
