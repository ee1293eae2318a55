/** What a column of a spreadsheet means. `field`: a custom field of that name. */
export type ColumnTarget =
  { readonly to: KnownTarget | 'nothing' } | { readonly to: 'field'; readonly field: string };

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

export interface ImportColumn {
  /** As in the file; `Column C` where it has none. */
  readonly header: string;
  readonly target: ColumnTarget;
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
  /** The columns are as the owner chose them for such a file before. */
  readonly isMappingRemembered: boolean;
  readonly dataRows: number;
  readonly sha256: string;
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

/** A cell that was damaged in a way that leaves no doubt what it was. */
export interface RepairedCell {
  readonly row: number;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface FieldChange {
  /** `name`, `email`, … or `custom.X`. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What happens to one person. */
export interface PersonChange {
  readonly row: number;
  readonly kind: 'created' | 'updated';
  readonly phone: string;
  readonly name: string | null;
  readonly changes: readonly FieldChange[];
}

/** A dry run: the first of everything, and how many there are in all. */
export interface ImportRehearsal {
  readonly file: ImportFile;
  readonly counts: ImportCounts;
  readonly changes: readonly PersonChange[];
  readonly rejected: readonly RejectedRow[];
  readonly skipped: readonly SkippedRow[];
  readonly repaired: readonly RepairedCell[];
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
  readonly reason: string;
}
