import { t } from 'i18next';
import type { ContactId } from '#shared/ids.ts';
import type { ExportFormat } from '#shared/models/contact-export.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';
import { sayFailure } from './toasts.ts';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Saves these people as a spreadsheet. */
export async function exportPeople(
  contactIds: readonly ContactId[],
  format: ExportFormat,
): Promise<void> {
  const written = await call('contacts.export', {
    format,
    choice: { kind: 'contacts', contactIds: [...contactIds] },
  });
  if (!written.ok) return sayFailure(written.error.message);
  const pieces = await fetchPieces(written.data.exportId);
  if (pieces === undefined) return undefined;
  save(new Blob(pieces, { type: TYPES[format] }), `${t('contacts.fileName')}.${format}`);
  announce(t('contacts.exported', { count: written.data.contacts }));
  return undefined;
}

async function fetchPieces(exportId: string): Promise<BlobPart[] | undefined> {
  const pieces: BlobPart[] = [];
  let at: number | null = 0;
  while (at !== null) {
    const piece: Piece | undefined = await fetchPiece(exportId, at);
    if (piece === undefined) return undefined;
    pieces.push(piece.bytes);
    at = piece.next;
  }
  return pieces;
}

interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly next: number | null;
}

async function fetchPiece(exportId: string, at: number): Promise<Piece | undefined> {
  const result = await call('contacts.exportPiece', { exportId, at });
  if (!result.ok) {
    sayFailure(result.error.message);
    return undefined;
  }
  const text = atob(result.data.base64);
  return { bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)), next: result.data.next };
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
