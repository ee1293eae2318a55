import type { CountryCode } from 'libphonenumber-js/max';
import type { ContactId, ImportId } from '#shared/ids.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import type {
  ImportCounts,
  PersonChange,
  RejectedRow,
  RepairedCell,
  SkippedRow,
} from '#shared/models/contact-import.ts';
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

/** What is shown of a dry run; all that is refused is told in any case. */
const MAX_CHANGES = 5_000;

export interface Rehearsed {
  readonly counts: ImportCounts;
  readonly changes: readonly PersonChange[];
  readonly rejected: readonly RejectedRow[];
  readonly skipped: readonly SkippedRow[];
  readonly repaired: readonly RepairedCell[];
}

/** Goes through a file as an import would, and writes nothing. */
export async function rehearseImport(
  { store, clock, stopping }: Deps,
  file: OpenFile,
  { columns, country }: ImportChoices,
  signal: AbortSignal,
): Promise<Rehearsed> {
  const pass = startPass(clock());
  const changes: PersonChange[] = [];
  const rejected: RejectedRow[] = [];
  const skipped: SkippedRow[] = [];
  const repaired: RepairedCell[] = [];
  const fields = knownFields(store);
  await inSlices(
    file.rows(columns, country),
    AbortSignal.any([signal, stopping]),
    (rows, isLate) => {
      for (const [index, judged] of rows.entries()) {
        if (index > 0 && isLate()) return index;
        const decision = decide(store, pass, judged, fields);
        switch (decision.kind) {
          case 'rejected':
            rejected.push({ row: decision.row, value: decision.value, reason: decision.reason });
            break;
          case 'skipped':
            skipped.push(decision);
            break;
          case 'person': {
            const { person, plan } = decision;
            if (decision.repaired !== null) repaired.push(decision.repaired);
            if (plan.kind === 'unchanged' || changes.length >= MAX_CHANGES) break;
            const name = plan.columns.name;
            const { row, phone } = person;
            changes.push({ row, kind: plan.kind, phone, name, changes: plan.changes });
            break;
          }
        }
      }
      return rows.length;
    },
  );
  return { counts: { ...pass.counts }, changes, rejected, skipped, repaired };
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
  onBegin: (id: ImportId) => void,
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
  onBegin(id);
  const batch = { id, fileName, types: typesOf(columns) };
  const pass = startPass(startedAt);
  try {
    await inSlices(
      file.rows(columns, country),
      AbortSignal.any([signal, stopping]),
      (rows, isLate) =>
        store.write((tx) => {
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
  | ({ readonly kind: 'skipped' } & SkippedRow)
  | {
      readonly kind: 'person';
      readonly person: SheetPerson;
      readonly plan: PersonPlan;
      readonly repaired: RepairedCell | null;
    };

/** Decides about one row, and counts it. */
function decide(db: Reader, pass: Pass, judged: JudgedRow, fields: KnownFields): Decision {
  const decision = decideUncounted(db, pass, judged, fields);
  pass.counts[decision.kind === 'person' ? decision.plan.kind : decision.kind] += 1;
  return decision;
}

function decideUncounted(db: Reader, pass: Pass, judged: JudgedRow, fields: KnownFields): Decision {
  if (judged.kind === 'rejected') return judged;
  const { person, repaired } = judged;
  const key = phoneKey(person.phone);
  const before = pass.rowOfPhone.get(key);
  if (before !== undefined) return skip(person.row, before);
  pass.rowOfPhone.set(key, person.row);
  const plan = planPerson(db, person, fields, pass.at);
  if (plan.contactId !== null) {
    const known = pass.rowOfContact.get(plan.contactId);
    if (known !== undefined) return skip(person.row, known);
    pass.rowOfContact.set(plan.contactId, person.row);
  }
  return { kind: 'person', person, plan, repaired };
}

function skip(row: number, before: number): Decision {
  return {
    kind: 'skipped',
    row,
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
  work: (rows: readonly JudgedRow[], isLate: () => boolean) => number,
): Promise<void> {
  for await (const rows of batches) {
    for (let start = 0; start < rows.length;) {
      if (signal.aborted) return;
      const until = performance.now() + SLICE_MS;
      start += work(rows.slice(start), () => performance.now() > until);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
