import type { ContactField, FieldType } from './contact-field.ts';

/**
 * What a column of a spreadsheet means. `field`: a custom field of that name, made where there is
 * none yet, of this type; without a type: of the one that all cells of the column are of.
 */
export type ColumnTarget =
  | { readonly to: KnownTarget | 'nothing' }
  | { readonly to: 'field'; readonly field: string; readonly type?: FieldType | undefined };

export const KNOWN_TARGETS = [
  'phone',
  'name',
  'first_name',
  'last_name',
  'email',
  'labels',
  'notes',
  'language',
  'opted_out',
] as const;
export type KnownTarget = (typeof KNOWN_TARGETS)[number];

/** Under the names that browsers give them; those that lists of contacts come in. */
export const READABLE_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const;
export type ReadableEncoding = (typeof READABLE_ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How the owner says that a file is to be read. Null: as it looks. */
export interface ImportReading {
  /** Of a workbook. */
  readonly sheet: string | null;
  /** Of a text file. */
  readonly encoding: ReadableEncoding | null;
  readonly delimiter: Delimiter | null;
  /** The row that names the columns, as the spreadsheet counts; 0: there is none. */
  readonly headerRow: number | null;
}

export const AS_IT_LOOKS: ImportReading = {
  sheet: null,
  encoding: null,
  delimiter: null,
  headerRow: null,
};

export interface ImportColumn {
  /** As in the file; `Column C` where it has none. */
  readonly header: string;
  readonly target: ColumnTarget;
  /** What all of its cells are. */
  readonly type: FieldType;
  /** What stands in the first rows. */
  readonly sample: readonly string[];
}

/** What was found in a file by looking at it. */
export interface ImportFile {
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  /** Of a text file, such as `utf-16le`. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Of a workbook: the sheet that is read, and all there are. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Null: there is none. */
  readonly headerRow: number | null;
  readonly columns: readonly ImportColumn[];
  /** The very first rows, above the data too, so that a person sees where the data begins. */
  readonly top: readonly TopRow[];
  /** The custom fields that there are already. */
  readonly fields: readonly Pick<ContactField, 'name' | 'type'>[];
  /** The columns are as the owner chose them for such a file before. */
  readonly isMappingRemembered: boolean;
  readonly dataRows: number;
  readonly sha256: string;
}

export interface TopRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Created, updated, unchanged, skipped and rejected are all the data rows. */
export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
}

export interface RejectedRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  /** What is wrong, as it stands in the file. */
  readonly value: string;
  readonly reason: string;
}

/** Somebody was in the file twice. */
export interface SkippedRow {
  readonly row: number;
  readonly reason: string;
}

/** A cell that a spreadsheet program has changed. */
export interface DamagedCell {
  /** The head of its column. */
  readonly column: string;
  readonly from: string;
  /** What is imported instead; null: the cell goes in as it stands. */
  readonly to: string | null;
  readonly reason: string;
}

export interface FieldChange {
  /** `name`, `email`, … or `custom.X`. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What would happen to one row of a file. */
export type RehearsedRow =
  | {
      readonly kind: 'created' | 'updated';
      readonly row: number;
      readonly phone: string;
      readonly name: string | null;
      readonly changes: readonly FieldChange[];
      readonly damage: readonly DamagedCell[];
    }
  | {
      readonly kind: 'unchanged';
      readonly row: number;
      readonly phone: string;
      readonly name: string | null;
      readonly damage: readonly DamagedCell[];
    }
  | ({ readonly kind: 'skipped'; readonly phone: string } & SkippedRow)
  | ({ readonly kind: 'rejected'; readonly isDamaged: boolean } & RejectedRow);

export const REHEARSED_KINDS = ['created', 'updated', 'unchanged', 'skipped', 'rejected'] as const;

/** Which rows of a dry run are asked for. `damaged`: in them a spreadsheet program has changed a cell. */
export const REHEARSAL_FILTERS = ['all', ...REHEARSED_KINDS, 'damaged'] as const;
export type RehearsalFilter = (typeof REHEARSAL_FILTERS)[number];

/** A dry run; its rows are asked for piece by piece. */
export interface ImportRehearsal {
  readonly file: ImportFile;
  readonly counts: ImportCounts;
  /** Rows with a damaged cell. They are among the counts too. */
  readonly damaged: number;
}

export interface ImportChoices {
  readonly reading: ImportReading;
  /** What each column means; null: as the owner said the last time, or as it looks. */
  readonly targets: readonly ColumnTarget[] | null;
  /** Where numbers without a country code are from; null: such numbers are refused. */
  readonly defaultCountry: string | null;
}

export const IMPORT_STEPS = ['columns', 'check'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** A file that was handed over and is not imported yet, as it was left. */
export interface ImportDraft extends ImportChoices {
  readonly uploadId: string;
  readonly fileName: string;
  readonly step: ImportStep;
  /** The last attempt to import it; null: there was none. */
  readonly importId: number | null;
}

/** `failed`: broken off by an error or a crash, and taken back like one that was cancelled. */
export type ImportState =
  'applying' | 'cancelling' | 'done' | 'cancelled' | 'failed' | 'undoing' | 'undone';

export interface ContactImport {
  readonly id: number;
  readonly fileName: string;
  readonly state: ImportState;
  readonly counts: ImportCounts;
  readonly dataRows: number;
  /** Rows that an undo left as they are, because they have changed since. */
  readonly kept: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** Somebody whom an undo could not bring back to what they were. */
export interface KeptPerson {
  readonly row: number;
  readonly phone: string;
  /** As they are called now; null: nobody has this number any more, or they have no name. */
  readonly name: string | null;
  readonly reason: string;
}
