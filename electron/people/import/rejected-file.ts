import type { ImportId } from '#shared/ids.ts';
import { headersOf, rejectionsOf } from '../../store/imports.ts';
import type { Reader } from '../../store/store.ts';
import { CSV_MARK, csvLine } from '../csv-line.ts';
import { guarded } from '../formula-guard.ts';

const ROWS = 500;

/**
 * The refused rows of an import as they were, with their number and what is wrong in front: a CSV for
 * the owner to correct, a piece at a time.
 *
 * @param after the last row of the piece before; 0 for the first piece
 */
export function rejectedPiece(
  db: Reader,
  id: ImportId,
  after: number,
): { readonly text: string; readonly next: number | null } {
  const rows = rejectionsOf(db, id, after, ROWS);
  const head = CSV_MARK + csvLine(['row', 'reason', ...headersOf(db, id)].map(guarded));
  const lines = rows.map(({ row, reason, cells }) =>
    csvLine([String(row), reason, ...cells].map(guarded)),
  );
  return {
    text: (after === 0 ? head : '') + lines.join(''),
    next: rows.length < ROWS ? null : (rows.at(-1)?.row ?? null),
  };
}
