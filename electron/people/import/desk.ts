import { randomUUID } from 'node:crypto';
import type { CountryCode } from 'libphonenumber-js/max';
import { FrontdeskError } from '#shared/errors.ts';
import { asId } from '#shared/ids.ts';
import type { ImportId } from '#shared/ids.ts';
import type {
  ColumnTarget,
  ContactImport,
  ImportFile,
  ImportReading,
  ImportRehearsal,
  ImportStep,
  RehearsalFilter,
  RehearsedRow,
} from '#shared/models/contact-import.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { listFields } from '../../store/custom-fields.ts';
import { findImport, setImportState } from '../../store/imports.ts';
import type { Reader, Store } from '../../store/store.ts';
import { mapped, requirePhone } from './import-file.ts';
import type { Mapped } from './import-file.ts';
import type { FileFacts } from './read-file.ts';
import { createRehearsalBook } from './rehearsal-book.ts';
import type { RehearsalBook } from './rehearsal-book.ts';
import { applyImport, rehearseImport } from './run-import.ts';
import { openFile } from './sheet-thread.ts';
import type { OpenFile } from './sheet-thread.ts';
import { resumeImports, undoImport } from './undo-import.ts';
import type { Upload, UploadShelf } from './upload-shelf.ts';

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly uploads: UploadShelf;
}

/** How a file that was handed over is to be imported. */
export interface DeskChoices {
  readonly uploadId: string;
  readonly reading: ImportReading;
  /** Null: as the owner said the last time, or as it looks. */
  readonly targets: readonly ColumnTarget[] | null;
  readonly country: CountryCode | null;
}

/** Imports of contacts, one at a time. */
export interface ImportDesk {
  look(choices: Omit<DeskChoices, 'country'>): Promise<ImportFile>;
  /** Ends the rehearsal before, if it is still at work. */
  rehearse(choices: DeskChoices): Promise<ImportRehearsal>;
  /** A piece of the last rehearsal of a file. Throws FrontdeskError `not_found` when there is none. */
  rehearsed(
    uploadId: string,
    filter: RehearsalFilter,
    offset: number,
    limit: number,
  ): Promise<readonly RehearsedRow[]>;
  /** What the owner has decided so far, for the next time they come by. */
  saveDraft(choices: DeskChoices, step: ImportStep): Promise<void>;
  discard(uploadId: string): Promise<void>;
  /** Answers as soon as it has begun. Throws FrontdeskError `conflict` while another is at work. */
  apply(choices: DeskChoices): Promise<ContactImport>;
  /** Ends the running import and takes it back. Answers when that is done. */
  cancel(id: ImportId): Promise<ContactImport>;
  /** Takes a finished import back. Throws FrontdeskError `conflict` when there is nothing to take back. */
  undo(id: ImportId): Promise<ContactImport>;
  /** What is at work goes on at the next start, backwards. */
  stop(): Promise<void>;
}

/** Opens the desk, and takes back what a crash left half done. */
export function startImportDesk({ store, clock, log, uploads }: Dependencies): ImportDesk {
  const ending = new AbortController();
  const deps = { store, clock, stopping: ending.signal };
  let rehearsal: { readonly uploadId: string; readonly book: RehearsalBook } | undefined;
  let rehearsing = new AbortController();
  let running: { readonly id: ImportId | null; readonly cancel: AbortController } | undefined;
  let work: Promise<unknown> = Promise.resolve();

  /** Lets nothing else begin until this has ended. */
  function occupy(job: (cancel: AbortController) => Promise<unknown>): void {
    if (running !== undefined) {
      throw new FrontdeskError(
        'conflict',
        'An import is at work. Wait until it has ended, or cancel it.',
      );
    }
    const cancel = new AbortController();
    running = { id: null, cancel };
    work = job(cancel)
      .catch((error: unknown) => log.error({ error }, 'an import broke off and was taken back'))
      .finally(() => {
        running = undefined;
      });
  }

  function requireImport(id: ImportId): ContactImport {
    const found = findImport(store, id);
    if (found !== undefined) return found;
    throw new FrontdeskError('not_found', 'There is no such import.');
  }

  /** Only one rehearsal is at work or kept, and none of a file that is gone. */
  async function forgetRehearsal(): Promise<void> {
    rehearsing.abort();
    rehearsing = new AbortController();
    const { book } = rehearsal ?? {};
    rehearsal = undefined;
    await book?.remove();
  }

  async function saveDraft(
    { uploadId, reading, targets, country }: DeskChoices,
    step: ImportStep,
    importId: ImportId | null,
  ): Promise<void> {
    const { fileName } = uploads.find(uploadId);
    const draft = { uploadId, fileName, reading, targets, defaultCountry: country, step, importId };
    await uploads.drafts.save(draft);
  }

  /** The last attempt to import this file. */
  function lastAttempt(uploadId: string): ImportId | null {
    const draft = uploads.drafts.latest();
    return draft?.uploadId === uploadId && draft.importId !== null
      ? asId<ImportId>(draft.importId)
      : null;
  }

  async function withFile<T>(
    { uploadId, reading, targets }: Omit<DeskChoices, 'country'>,
    answer: (file: OpenFile, upload: Upload, columns: Mapped) => Promise<T>,
  ): Promise<T> {
    const upload = uploads.find(uploadId);
    const file = await openFile(upload.path, reading);
    try {
      return await answer(file, upload, mapped(store, file.facts, targets));
    } finally {
      await file.close();
    }
  }

  occupy(() => resumeImports(deps));

  return {
    look: (choices) =>
      withFile(choices, async (file, upload, columns) => {
        if (uploads.drafts.latest()?.uploadId !== upload.id) {
          await saveDraft({ ...choices, country: null }, 'columns', null);
        }
        return asFound(store, file.facts, upload, columns);
      }),
    async rehearse(choices) {
      const forgotten = forgetRehearsal();
      const { signal } = rehearsing;
      await forgotten;
      return await withFile(choices, async (file, upload, mapping) => {
        const { columns } = mapping;
        requirePhone(columns);
        const request = { fileName: upload.fileName, columns, country: choices.country };
        const book = await createRehearsalBook(`${upload.path}.${randomUUID()}`);
        const counts = await rehearseImport(deps, file, request, signal, (rows) => book.add(rows));
        if (signal.aborted || ending.signal.aborted) {
          await book.remove();
          throw new FrontdeskError('conflict', 'This check was broken off. Check the file again.');
        }
        rehearsal = { uploadId: upload.id, book };
        await saveDraft(choices, 'check', lastAttempt(upload.id));
        const found = asFound(store, file.facts, upload, mapping);
        return { file: found, counts, damaged: book.count('damaged') };
      });
    },
    async rehearsed(uploadId, filter, offset, limit) {
      if (rehearsal?.uploadId === uploadId) return await rehearsal.book.page(filter, offset, limit);
      throw new FrontdeskError('not_found', 'This file is to be checked once more.');
    },
    saveDraft: (choices, step) => saveDraft(choices, step, lastAttempt(choices.uploadId)),
    async discard(uploadId) {
      if (uploads.drafts.latest()?.uploadId === uploadId) await forgetRehearsal();
      await uploads.remove(uploadId);
    },
    apply: (choices) =>
      new Promise((begun, fail) => {
        occupy(async (cancel) => {
          try {
            const { isDone } = await withFile(choices, async (file, upload, { columns }) => {
              requirePhone(columns);
              const request = { fileName: upload.fileName, columns, country: choices.country };
              return await applyImport(deps, file, request, cancel.signal, async (id) => {
                await saveDraft(choices, 'check', id);
                running = { id, cancel };
                begun(requireImport(id));
              });
            });
            if (!isDone) return;
            await forgetRehearsal();
            await uploads.remove(choices.uploadId);
          } catch (error) {
            // Before it has begun the one who asked hears of it; after that only the log can.
            fail(error instanceof Error ? error : new Error(String(error)));
            if (!(error instanceof FrontdeskError)) throw error;
          }
        });
      }),
    async cancel(id) {
      if (running?.id === id) {
        running.cancel.abort();
        await work;
      }
      return requireImport(id);
    },
    async undo(id) {
      // It says that it is done a moment before its file is put away.
      if (running?.id === id && requireImport(id).state === 'done') await work;
      const { state } = requireImport(id);
      if (state !== 'done') {
        throw new FrontdeskError('conflict', 'Only an import that is done can be undone.');
      }
      occupy(async () => {
        store.write((tx) => setImportState(tx, id, 'undoing', null));
        await undoImport(deps, id, 'undone');
      });
      await work;
      return requireImport(id);
    },
    async stop() {
      ending.abort();
      await work;
    },
  };
}

function asFound(
  db: Reader,
  facts: FileFacts,
  { fileName }: Upload,
  { columns, isRemembered }: Mapped,
): ImportFile {
  const { columns: seen, ...rest } = facts;
  return {
    ...rest,
    name: fileName,
    columns: columns.map(({ header, target }, index) => ({
      header,
      target,
      type: seen[index]?.type ?? 'text',
      sample: seen[index]?.sample ?? [],
    })),
    fields: listFields(db).map(({ name, type }) => ({ name, type })),
    isMappingRemembered: isRemembered,
  };
}
