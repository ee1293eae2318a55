import type { ImportId } from '#shared/ids.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Clock } from '../../clock.ts';
import { fieldTypeOf, removeUnusedField, setFieldType } from '../../store/custom-fields.ts';
import { lastJournalRow, removeJournalRow, takeMade } from '../../store/import-journal.ts';
import type { Made } from '../../store/import-journal.ts';
import { removeUnusedLabel } from '../../store/import-undo.ts';
import { addKept, setImportState, unfinishedImports, writeCounts } from '../../store/imports.ts';
import type { Store, WriteTx } from '../../store/store.ts';
import { undoPerson } from './undo-person.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  /** The program ends: the rest is taken back at the next start. */
  readonly stopping: AbortSignal;
}

/** Work on the main loop before it is free again. */
const SLICE_MS = 5;

/**
 * Takes an import back, row by row from its end. A row leaves the journal in the commit that takes it
 * back, so this can be broken off anywhere and goes on where it was.
 */
export async function undoImport(
  { store, clock, stopping }: Deps,
  id: ImportId,
  end: 'undone' | 'cancelled' | 'failed',
): Promise<void> {
  for (let isDone = false; !isDone && !stopping.aborted;) {
    const until = performance.now() + SLICE_MS;
    isDone = store.writeAhead((tx) => {
      tx.note({ kind: 'import' });
      do {
        if (!undoLastRow(tx, id, clock())) return finish(tx, id, end, clock());
      } while (performance.now() < until);
      return false;
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** False: there was none left. */
function undoLastRow(tx: WriteTx, id: ImportId, now: number): boolean {
  const journal = lastJournalRow(tx, id);
  if (journal === undefined) return false;
  const reason = undoPerson(tx, journal, now);
  if (reason !== null) addKept(tx, id, { row: journal.row, phone: journal.phone, reason });
  removeJournalRow(tx, id, journal.row);
  return true;
}

function finish(
  tx: WriteTx,
  id: ImportId,
  end: 'undone' | 'cancelled' | 'failed',
  now: number,
): true {
  for (const made of takeMade(tx, id)) unmake(tx, made);
  if (end !== 'undone') {
    writeCounts(tx, id, { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 });
  }
  setImportState(tx, id, end, now);
  return true;
}

/** What somebody uses by now stays. */
function unmake(tx: WriteTx, made: Made): void {
  switch (made.kind) {
    case 'label':
      removeUnusedLabel(tx, made.id);
      break;
    case 'field':
      removeUnusedField(tx, made.id);
      break;
    case 'field_type':
      if (fieldTypeOf(tx, made.id) === 'text') setFieldType(tx, made.id, made.was);
      break;
    default:
      unreachable(made);
  }
}

/** Takes back what a crash left half done. To be called at the start, before anything is imported. */
export async function resumeImports(deps: Deps): Promise<void> {
  for (const { id, state } of unfinishedImports(deps.store)) {
    const end = state === 'undoing' ? 'undone' : state === 'cancelling' ? 'cancelled' : 'failed';
    await undoImport(deps, id, end);
  }
}
