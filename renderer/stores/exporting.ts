import { create } from 'zustand';
import type { Result } from '#shared/errors.ts';
import type { ContactId } from '#shared/ids.ts';
import type {
  ExportChoice,
  ExportColumn,
  ExportField,
  ExportFormat,
} from '#shared/models/contact-export.ts';
import type { Segment } from '#shared/models/segment.ts';
import { call } from './core.ts';
import { saveInPieces } from './saved-file.ts';

interface Exporting {
  readonly isAsking: boolean;
  /** Those that were chosen in a list; empty: the owner says whom. */
  readonly contactIds: readonly ContactId[];
  /** The owner's own fields. */
  readonly fields: readonly ExportField[];
  readonly segments: readonly Segment[];
}

export const useExporting = create<Exporting>()(() => ({
  isAsking: false,
  contactIds: [],
  fields: [],
  segments: [],
}));

/** Opens the question what is to be in a spreadsheet. @param contactIds those chosen, if any are */
export function askForExport(contactIds: readonly ContactId[] = []): void {
  useExporting.setState({ isAsking: true, contactIds });
}

export function closeExport(): void {
  useExporting.setState({ isAsking: false });
}

export async function loadExportChoices(): Promise<void> {
  const [fields, segments] = await Promise.all([
    call('contacts.exportFields', {}),
    call('segments.list', {}),
  ]);
  if (fields.ok) useExporting.setState({ fields: fields.data });
  if (segments.ok) useExporting.setState({ segments: segments.data });
}

interface Wanted {
  readonly format: ExportFormat;
  readonly choice: ExportChoice;
  readonly columns: readonly ExportColumn[];
}

const MIME_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes the spreadsheet and saves it. Answers how many people are in it. */
export async function saveExport({ format, choice, columns }: Wanted): Promise<Result<number>> {
  const written = await call('contacts.export', {
    format,
    choice: choice.kind === 'contacts' ? { ...choice, contactIds: [...choice.contactIds] } : choice,
    columns: [...columns],
  });
  if (!written.ok) return written;
  const { exportId, contacts } = written.data;
  const day = new Date().toISOString().slice(0, 10);
  const problem = await saveInPieces(`contacts-${day}.${format}`, MIME_TYPES[format], (at) =>
    call('contacts.exportPiece', { exportId, at }),
  );
  if (problem === undefined) return { ok: true, data: contacts };
  return { ok: false, error: { code: 'internal', message: problem } };
}
