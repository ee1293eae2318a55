import type { CountryCode } from 'libphonenumber-js/max';
import type { ContactId, ImportId } from '#shared/ids.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import type {
  DamagedCell,
  ImportCounts,
  RehearsedRow,
  SkippedRow,
} from '#shared/models/contact-import.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Clock } from '../../clock.ts';
import { fieldKey } from '../../store/custom-fields.ts';
import { rememberMapping } from '../../store/import-mapping.ts';
import { addRejection, insertImport, setImportState, writeCounts } from '../../store/imports.ts';
import type { Reader, Store, WriteTx } from '../../store/store.ts';
import { applyPerson } from './apply-person.ts';
import type { ImportBatch } from './apply-person.ts';
import type { Column } from './columns.ts';
import { phoneKey } from './judge-row.ts';
import type { JudgedRow, SheetPerson } from './judge-row.ts';
import { knownFields, planPerson } from './plan-person.ts';
import type { KnownFields, PersonPlan } from './plan-person.ts';
import type { OpenFile } from './sheet-thread.ts';
import { undoImport } from './undo-import.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  /** The program ends: what is half done is taken back at the next start. */
  readonly stopping: AbortSignal;
}

export interface ImportChoices {
  readonly fileName: string;
  /** One for each column of the file. */
  readonly columns: readonly (Column & { readonly type: FieldType })[];
  /** Where numbers without a country code are from; null: such numbers are refused. */
  readonly country: CountryCode | null;
}

/** Work on the main loop before it is free again. A commit comes on top. */
const SLICE_MS = 5;

/**
 * Goes through a file as an import would, and writes nothing.
 *
 * @param onRows hears what would happen to each row, in the order of the file
 */
export async function rehearseImport(
  { store, clock, stopping }: Deps,
  file: OpenFile,
  { columns, country }: ImportChoices,
  signal: AbortSignal,
  onRows: (rows: readonly RehearsedRow[]) => Promise<void>,
): Promise<ImportCounts> {
  const pass = startPass(clock());
  const fields = knownFields(store);
  await inSlices(
    file.rows(columns, country),
    AbortSignal.any([signal, stopping]),
    async (rows, isLate) => {
      const rehearsed: RehearsedRow[] = [];
      for (const judged of rows) {
        if (rehearsed.length > 0 && isLate()) break;
        rehearsed.push(rehearsedRow(decide(store, pass, judged, fields)));
      }
      await onRows(rehearsed);
      return rehearsed.length;
    },
  );
  return { ...pass.counts };
}

function rehearsedRow(decision: Decision): RehearsedRow {
  switch (decision.kind) {
    case 'rejected': {
      const { kind, row, value, reason, isDamaged } = decision;
      return { kind, row, value, reason, isDamaged };
    }
    case 'skipped':
      return decision;
    case 'person': {
      const { person, plan, damage } = decision;
      const { row, phone } = person;
      if (plan.kind === 'unchanged') {
        return { kind: plan.kind, row, phone, name: person.name, damage };
      }
      const { kind, columns, changes } = plan;
      return { kind, row, phone, name: columns.name, changes, damage };
    }
    default:
      return unreachable(decision);
  }
}

export interface Applied {
  readonly id: ImportId;
  /** False when it was cancelled, and therefore taken back, or will be at the next start. */
  readonly isDone: boolean;
}

/**
 * Imports a file in slices, each with a journal of what it changed in the same commit. Cancelled, it
 * is taken back; after a crash `resumeImports` does that.
 *
 * @param onBegin hears the number of the import before its first row is written
 */
export async function applyImport(
  deps: Deps,
  file: OpenFile,
  choices: ImportChoices,
  signal: AbortSignal,
  onBegin: (id: ImportId) => Promise<void>,
): Promise<Applied> {
  const { store, clock, stopping } = deps;
  const { fileName, columns, country } = choices;
  const { sha256, dataRows } = file.facts;
  const headers = columns.map(({ header }) => header);
  const startedAt = clock();
  const id = store.write((tx) => {
    rememberMapping(
      tx,
      headers,
      columns.map(({ target }) => target),
      startedAt,
    );
    return insertImport(tx, { fileName, sha256, headers, dataRows }, startedAt);
  });
  await onBegin(id);
  const batch = { id, fileName, types: typesOf(columns) };
  const pass = startPass(startedAt);
  try {
    await inSlices(
      file.rows(columns, country),
      AbortSignal.any([signal, stopping]),
      (rows, isLate) =>
        store.writeAhead((tx) => {
          const taken = applyRows(tx, batch, pass, rows, isLate);
          writeCounts(tx, id, pass.counts);
          return taken;
        }),
    );
  } catch (error) {
    await takeBack(deps, id, 'failed');
    throw error;
  }
  if (stopping.aborted) return { id, isDone: false };
  if (signal.aborted) {
    await takeBack(deps, id, 'cancelled');
    return { id, isDone: false };
  }
  store.write((tx) => setImportState(tx, id, 'done', clock()));
  return { id, isDone: true };
}

async function takeBack(deps: Deps, id: ImportId, end: 'failed' | 'cancelled'): Promise<void> {
  deps.store.write((tx) => setImportState(tx, id, 'cancelling', null));
  await undoImport(deps, id, end);
}

function typesOf(columns: ImportChoices['columns']): ImportBatch['types'] {
  return new Map(
    columns.flatMap(({ target, type }) =>
      target.to === 'field' ? [[fieldKey(target.field), type] as const] : [],
    ),
  );
}

function applyRows(
  tx: WriteTx,
  batch: ImportBatch,
  pass: Pass,
  rows: readonly JudgedRow[],
  isLate: () => boolean,
): number {
  let fields = knownFields(tx);
  for (const [index, judged] of rows.entries()) {
    if (index > 0 && isLate()) return index;
    const decision = decide(tx, pass, judged, fields);
    if (decision.kind === 'rejected') addRejection(tx, batch.id, decision, decision.cells);
    if (decision.kind !== 'person' || decision.plan.kind === 'unchanged') continue;
    const { person, plan } = decision;
    applyPerson(tx, batch, person, plan, fields, pass.at);
    if (plan.fields.some(({ name }) => !fields.has(fieldKey(name)))) fields = knownFields(tx);
  }
  return rows.length;
}

/** What one going through a file remembers. */
interface Pass {
  /** The one time of all that it writes. */
  readonly at: number;
  readonly counts: { -readonly [K in keyof ImportCounts]: number };
  readonly rowOfPhone: Map<string, number>;
  readonly rowOfContact: Map<ContactId, number>;
}

function startPass(at: number): Pass {
  return {
    at,
    counts: { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 },
    rowOfPhone: new Map(),
    rowOfContact: new Map(),
  };
}

type Decision =
  | Extract<JudgedRow, { readonly kind: 'rejected' }>
  | ({ readonly kind: 'skipped'; readonly phone: string } & SkippedRow)
  | {
      readonly kind: 'person';
      readonly person: SheetPerson;
      readonly plan: PersonPlan;
      readonly damage: readonly DamagedCell[];
    };

/** Decides about one row, and counts it. */
function decide(db: Reader, pass: Pass, judged: JudgedRow, fields: KnownFields): Decision {
  const decision = decideUncounted(db, pass, judged, fields);
  pass.counts[decision.kind === 'person' ? decision.plan.kind : decision.kind] += 1;
  return decision;
}

function decideUncounted(db: Reader, pass: Pass, judged: JudgedRow, fields: KnownFields): Decision {
  if (judged.kind === 'rejected') return judged;
  const { person, damage } = judged;
  const key = phoneKey(person.phone);
  const before = pass.rowOfPhone.get(key);
  if (before !== undefined) return skip(person, before);
  pass.rowOfPhone.set(key, person.row);
  const plan = planPerson(db, person, fields, pass.at);
  if (plan.contactId !== null) {
    const known = pass.rowOfContact.get(plan.contactId);
    if (known !== undefined) return skip(person, known);
    pass.rowOfContact.set(plan.contactId, person.row);
  }
  return { kind: 'person', person, plan, damage };
}

function skip({ row, phone }: SheetPerson, before: number): Decision {
  return {
    kind: 'skipped',
    row,
    phone,
    reason: `This is the same person as in row ${before}; the first row counts.`,
  };
}

/**
 * Works through rows so that the main loop is free again every few milliseconds.
 *
 * @param work answers how many of the rows it got through; it stops when it is late, but not before one
 */
async function inSlices(
  batches: AsyncIterable<readonly JudgedRow[]>,
  signal: AbortSignal,
  work: (rows: readonly JudgedRow[], isLate: () => boolean) => number | Promise<number>,
): Promise<void> {
  for await (const rows of batches) {
    for (let start = 0; start < rows.length;) {
      if (signal.aborted) return;
      const until = performance.now() + SLICE_MS;
      start += await work(rows.slice(start), () => performance.now() > until);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
