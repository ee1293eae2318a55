import type { CountryCode } from 'libphonenumber-js/max';
import { FrontdeskError } from '#shared/errors.ts';
import type { ImportId } from '#shared/ids.ts';
import type {
  ColumnTarget,
  ContactImport,
  ImportFile,
  ImportRehearsal,
  PersonChange,
} from '#shared/models/contact-import.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { findImport, setImportState } from '../../store/imports.ts';
import type { Store } from '../../store/store.ts';
import { mapped, requirePhone } from './import-file.ts';
import type { Mapped } from './import-file.ts';
import type { FileFacts } from './read-file.ts';
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

/** How a file that was handed over is to be read. Null: as it looks. */
export interface DeskChoices {
  readonly uploadId: string;
  readonly sheet: string | null;
  readonly targets: readonly ColumnTarget[] | null;
  readonly country: CountryCode | null;
}

/** Imports of contacts, one at a time. */
export interface ImportDesk {
  look(uploadId: string, sheet: string | null): Promise<ImportFile>;
  rehearse(choices: DeskChoices): Promise<ImportRehearsal>;
  /** A piece of what the last rehearsal of a file would change. */
  rehearsedChanges(uploadId: string, offset: number, limit: number): readonly PersonChange[];
  /** Answers as soon as it has begun. Throws FrontdeskError `conflict` while another is at work. */
  apply(choices: DeskChoices): Promise<ContactImport>;
  /** Ends the running import and takes it back. Answers when that is done. */
  cancel(id: ImportId): Promise<ContactImport>;
  /** Takes a finished import back. Throws FrontdeskError `conflict` when there is nothing to take back. */
  undo(id: ImportId): Promise<ContactImport>;
  /** What is at work goes on at the next start, backwards. */
  stop(): Promise<void>;
}

/** What is shown of a rehearsal at once. */
const SHOWN = 200;

/** Opens the desk, and takes back what a crash left half done. */
export function startImportDesk({ store, clock, log, uploads }: Dependencies): ImportDesk {
  const ending = new AbortController();
  const deps = { store, clock, stopping: ending.signal };
  const rehearsed = new Map<string, readonly PersonChange[]>();
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

  async function withFile<T>(
    { uploadId, sheet, targets }: Omit<DeskChoices, 'country'>,
    answer: (file: OpenFile, upload: Upload, columns: Mapped) => Promise<T>,
  ): Promise<T> {
    const upload = uploads.find(uploadId);
    const file = await openFile(upload.path, sheet);
    try {
      return await answer(file, upload, mapped(store, file.facts, targets));
    } finally {
      await file.close();
    }
  }

  occupy(() => resumeImports(deps));

  return {
    look: (uploadId, sheet) =>
      withFile({ uploadId, sheet, targets: null }, (file, upload, columns) =>
        Promise.resolve(asFound(file.facts, upload, columns)),
      ),
    rehearse: (choices) =>
      withFile(choices, async (file, upload, columns) => {
        requirePhone(columns.columns);
        const request = {
          fileName: upload.fileName,
          columns: columns.columns,
          country: choices.country,
        };
        const found = await rehearseImport(deps, file, request, ending.signal);
        rehearsed.clear();
        rehearsed.set(upload.id, found.changes);
        return {
          file: asFound(file.facts, upload, columns),
          counts: found.counts,
          changes: found.changes.slice(0, SHOWN),
          rejected: found.rejected.slice(0, SHOWN),
          skipped: found.skipped.slice(0, SHOWN),
          repaired: found.repaired.slice(0, SHOWN),
        };
      }),
    rehearsedChanges: (uploadId, offset, limit) =>
      (rehearsed.get(uploadId) ?? []).slice(offset, offset + limit),
    apply: (choices) =>
      new Promise((begun, fail) => {
        occupy(async (cancel) => {
          try {
            await withFile(choices, async (file, upload, { columns }) => {
              requirePhone(columns);
              const request = { fileName: upload.fileName, columns, country: choices.country };
              await applyImport(deps, file, request, cancel.signal, (id) => {
                running = { id, cancel };
                begun(requireImport(id));
              });
            });
            rehearsed.delete(choices.uploadId);
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
      sample: seen[index]?.sample ?? [],
    })),
    isMappingRemembered: isRemembered,
  };
}
