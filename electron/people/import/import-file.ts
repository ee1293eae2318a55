import { isSupportedCountry } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { FrontdeskError } from '#shared/errors.ts';
import type { ImportId } from '#shared/ids.ts';
import { AS_IT_LOOKS } from '#shared/models/contact-import.ts';
import type { ColumnTarget, ImportCounts, RejectedRow } from '#shared/models/contact-import.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import type { Clock } from '../../clock.ts';
import { rememberedMapping } from '../../store/import-mapping.ts';
import { findImport, rejectionsOf } from '../../store/imports.ts';
import type { Reader, Store } from '../../store/store.ts';
import type { FileFacts } from './read-file.ts';
import { applyImport, rehearseImport } from './run-import.ts';
import type { ImportChoices } from './run-import.ts';
import { openFile } from './sheet-thread.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly stopping: AbortSignal;
}

export interface ImportRequest {
  readonly path: string;
  readonly fileName: string;
  readonly country: CountryCode | null;
  readonly isDryRun: boolean;
}

export interface ImportReport {
  readonly counts: ImportCounts;
  readonly rejected: readonly RejectedRow[];
  /** Null: nothing was written. */
  readonly importId: ImportId | null;
}

/** Imports a file as it is found, or says what that would do. */
export async function importFile(
  deps: Deps,
  { path, fileName, country, isDryRun }: ImportRequest,
): Promise<ImportReport> {
  const file = await openFile(path, AS_IT_LOOKS);
  try {
    const { columns } = mapped(deps.store, file.facts, null);
    requirePhone(columns);
    const choices = { fileName, columns, country };
    if (isDryRun) {
      const rejected: RejectedRow[] = [];
      const counts = await rehearseImport(deps, file, choices, deps.stopping, (rows) => {
        for (const each of rows) {
          if (each.kind !== 'rejected') continue;
          rejected.push({ row: each.row, value: each.value, reason: each.reason });
        }
        return Promise.resolve();
      });
      return { counts, rejected, importId: null };
    }
    const { id } = await applyImport(deps, file, choices, deps.stopping, () => Promise.resolve());
    const counts = findImport(deps.store, id)?.counts;
    if (counts === undefined) throw new Error(`There is no import ${id}.`);
    const rejected = rejectionsOf(deps.store, id, 0, file.facts.dataRows);
    return {
      counts,
      rejected: rejected.map(({ row, value, reason }) => ({ row, value, reason })),
      importId: id,
    };
  } finally {
    await file.close();
  }
}

export interface Mapped {
  readonly columns: ImportChoices['columns'];
  readonly isRemembered: boolean;
}

/**
 * What the columns of a file mean: as the owner says, else as they said for such a file before, else
 * as it looks. Throws FrontdeskError `bad_input`.
 */
export function mapped(
  db: Reader,
  { columns }: FileFacts,
  chosen: readonly ColumnTarget[] | null,
): Mapped {
  const headers = columns.map(({ header }) => header);
  const remembered = chosen === null ? rememberedMapping(db, headers) : undefined;
  const targets = chosen ?? remembered ?? columns.map(({ target }) => target);
  if (targets.length !== columns.length) {
    throw new FrontdeskError(
      'bad_input',
      `This file has ${columns.length} columns, and for ${targets.length} it is said what they mean.`,
    );
  }
  return {
    columns: columns.map((column, index) => {
      const target = targets[index] ?? column.target;
      return { ...column, target, type: typeFor(column, target, chosen !== null) };
    }),
    isRemembered: remembered !== undefined,
  };
}

/** What a custom field made of this column holds. Throws FrontdeskError `bad_input`. */
function typeFor(
  { header, type: seen }: FileFacts['columns'][number],
  target: ColumnTarget,
  isTold: boolean,
): FieldType {
  const told = target.to === 'field' ? target.type : undefined;
  if (told === undefined || told === seen || told === 'text') return told ?? seen;
  // A later file with the same header may hold other things than the one for which it was said.
  if (!isTold) return seen;
  throw new FrontdeskError(
    'bad_input',
    `Not all cells of the column “${header}” are what you chose. Make its field text.`,
  );
}

/** Without numbers nobody can be told apart. Throws FrontdeskError `bad_input`. */
export function requirePhone(columns: ImportChoices['columns']): void {
  if (columns.some(({ target }) => target.to === 'phone')) return;
  const names = columns.map(({ header }) => header).join(', ') || 'none';
  throw new FrontdeskError(
    'bad_input',
    `No column of this file holds phone numbers. Its columns are: ${names}. Call one of them “phone”, or say which it is.`,
  );
}

/** Two letters, as in AT or BR. Throws FrontdeskError `bad_input`. */
export function readCountry(text: string): CountryCode {
  const code = text.trim().toUpperCase();
  if (isSupportedCountry(code)) return code;
  throw new FrontdeskError(
    'bad_input',
    `“${text}” is not a country. Give its two letters, such as BR for Brazil or DE for Germany.`,
  );
}
