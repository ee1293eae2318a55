import { getCountries } from 'libphonenumber-js/max';
import { PIECE_BYTES } from '#shared/contract-imports.ts';
import { FrontdeskError } from '#shared/errors.ts';
import type { ImportId } from '#shared/ids.ts';
import type { ContactImport } from '#shared/models/contact-import.ts';
import type { ExportShelf } from '../people/export/export-shelf.ts';
import type { DeskChoices, ImportDesk } from '../people/import/desk.ts';
import { readCountry } from '../people/import/import-file.ts';
import { rejectedPiece } from '../people/import/rejected-file.ts';
import type { UploadShelf } from '../people/import/upload-shelf.ts';
import { listFields } from '../store/custom-fields.ts';
import { findImport, keptBy, listImports, rejectionsOf } from '../store/imports.ts';
import type { Reader } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Reader;
  readonly uploads: UploadShelf;
  readonly desk: ImportDesk;
  readonly exports: ExportShelf;
}

type ImportCommand = Extract<keyof Handlers, `imports.${string}` | `contacts.export${string}`>;

/** So many imports an owner looks back on. */
const LISTED = 100;

export function importHandlers({
  store,
  uploads,
  desk,
  exports,
}: Deps): Pick<Handlers, ImportCommand> {
  return {
    'imports.begin': async ({ fileName }) => ({ uploadId: await uploads.begin(fileName) }),
    async 'imports.append'({ uploadId, base64 }) {
      await uploads.append(uploadId, Buffer.from(base64, 'base64'));
      return null;
    },
    'imports.look': (input) => desk.look(input),
    'imports.draft': () => uploads.drafts.latest(),
    async 'imports.saveDraft'({ step, ...choices }) {
      await desk.saveDraft(choicesOf(choices), step);
      return null;
    },
    async 'imports.discard'({ uploadId }) {
      await desk.discard(uploadId);
      return null;
    },
    'imports.countries': () => getCountries(),
    'imports.rehearse': (input) => desk.rehearse(choicesOf(input)),
    'imports.rehearsed': ({ uploadId, filter, offset, limit }) =>
      desk.rehearsed(uploadId, filter, offset, limit),
    'imports.apply': (input) => desk.apply(choicesOf(input)),
    'imports.cancel': ({ importId }) => desk.cancel(importId),
    'imports.undo': ({ importId }) => desk.undo(importId),
    'imports.list': () => listImports(store, LISTED),
    'imports.get': ({ importId }) => requireImport(store, importId),
    'imports.rejected': ({ importId, after, limit }) =>
      rejectionsOf(store, importId, after, limit).map(({ row, value, reason }) => ({
        row,
        value,
        reason,
      })),
    'imports.rejectedFile'({ importId, after }) {
      requireImport(store, importId);
      const { text, next } = rejectedPiece(store, importId, after);
      return { base64: Buffer.from(text).toString('base64'), next };
    },
    'imports.kept': ({ importId, after, limit }) => keptBy(store, importId, after, limit),
    'contacts.export': (request) => exports.write(request),
    'contacts.exportFields': () => listFields(store).map(({ id, name }) => ({ id, name })),
    async 'contacts.exportPiece'({ exportId, at }) {
      const { bytes, next } = await exports.piece(exportId, at, PIECE_BYTES);
      return { base64: bytes.toString('base64'), next };
    },
  };
}

function choicesOf({
  defaultCountry,
  ...choices
}: Omit<DeskChoices, 'country'> & { readonly defaultCountry: string | null }): DeskChoices {
  return { ...choices, country: defaultCountry === null ? null : readCountry(defaultCountry) };
}

function requireImport(store: Reader, id: ImportId): ContactImport {
  const found = findImport(store, id);
  if (found !== undefined) return found;
  throw new FrontdeskError('not_found', 'There is no such import.');
}
