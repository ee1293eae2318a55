import { create } from 'zustand';
import { AS_IT_LOOKS } from '#shared/models/contact-import.ts';
import type {
  ColumnTarget,
  ImportChoices,
  ImportDraft,
  ImportFile,
  ImportReading,
  ImportRehearsal,
} from '#shared/models/contact-import.ts';
import { call } from './core.ts';
import { sendFile } from './import-upload.ts';
import { showRows } from './rehearsed-rows.ts';
import { goToScreen } from './route.ts';

/** Where the owner is with a file. `sending` and `reading` and `checking` are the core at work. */
export type DraftStage =
  'opening' | 'start' | 'sending' | 'reading' | 'columns' | 'checking' | 'check';

interface Draft extends ImportChoices {
  readonly stage: DraftStage;
  readonly uploadId: string | undefined;
  readonly fileName: string;
  /** The share of the file that has been handed over, from 0 to 1. */
  readonly sent: number;
  /** Breaks the handing over off. */
  readonly stopSending: (() => void) | undefined;
  readonly file: ImportFile | undefined;
  readonly rehearsal: ImportRehearsal | undefined;
  /** The last attempt to import this file. */
  readonly importId: number | null;
  /** The sentence that says why it does not go on. */
  readonly problem: string | undefined;
  /** All there are, two letters each. */
  readonly countries: readonly string[];
}

const NOTHING: Omit<Draft, 'countries'> = {
  stage: 'start',
  uploadId: undefined,
  fileName: '',
  sent: 0,
  stopSending: undefined,
  file: undefined,
  rehearsal: undefined,
  importId: null,
  problem: undefined,
  reading: AS_IT_LOOKS,
  targets: null,
  defaultCountry: null,
};

export const useImportDraft = create<Draft>()(() => ({
  ...NOTHING,
  stage: 'opening',
  countries: [],
}));

/** Takes up what was left lying, by another window or before the program ended. */
export async function openDraft(): Promise<void> {
  const { stage } = useImportDraft.getState();
  if (stage !== 'opening' && stage !== 'start') return;
  const result = await call('imports.draft', {});
  if (!result.ok || result.data === null) {
    useImportDraft.setState(NOTHING);
    return;
  }
  await takeUp(result.data);
}

async function takeUp({ step, ...draft }: ImportDraft): Promise<void> {
  useImportDraft.setState({ ...NOTHING, ...draft, stage: 'reading' });
  if ((await look()) && step === 'check') await check();
}

/** Hands a file over and looks at it. */
export async function takeFile(file: File): Promise<void> {
  await discard();
  const stopping = new AbortController();
  useImportDraft.setState({
    ...NOTHING,
    stage: 'sending',
    fileName: file.name,
    stopSending: () => stopping.abort(),
  });
  const sent = await sendFile(
    file,
    (share) => useImportDraft.setState({ sent: share }),
    stopping.signal,
  );
  if (sent === undefined) return;
  if (!sent.ok) {
    useImportDraft.setState({ ...NOTHING, fileName: file.name, problem: sent.error.message });
    return;
  }
  useImportDraft.setState({ stage: 'reading', uploadId: sent.data, stopSending: undefined });
  const isReadable = await look();
  // One that is no list at all is not worth keeping, and the owner chooses another.
  if (!isReadable && useImportDraft.getState().uploadId === sent.data) await leave();
}

/** False: it can't be read, and the problem says why. */
async function look(): Promise<boolean> {
  const { uploadId, reading, targets, stage } = useImportDraft.getState();
  if (uploadId === undefined) return false;
  const result = await call('imports.look', { uploadId, reading, targets: spread(targets) });
  // The owner has let go of it meanwhile.
  if (useImportDraft.getState().uploadId !== uploadId) return false;
  if (!result.ok) {
    useImportDraft.setState({
      problem: result.error.message,
      stage: stage === 'reading' ? 'start' : stage,
    });
    return false;
  }
  useImportDraft.setState({ stage: 'columns', file: result.data, problem: undefined });
  return true;
}

async function leave(): Promise<void> {
  const { uploadId, problem, fileName } = useImportDraft.getState();
  if (uploadId !== undefined) await call('imports.discard', { uploadId });
  useImportDraft.setState({ ...NOTHING, fileName, problem });
}

/** The owner says how the file is to be read; what was said of its columns may not fit any more. */
export async function readAs(change: Partial<ImportReading>): Promise<void> {
  const before = useImportDraft.getState();
  useImportDraft.setState({ reading: { ...before.reading, ...change }, targets: null });
  if (await look()) await saveDraft();
  else useImportDraft.setState({ reading: before.reading, targets: before.targets });
}

export async function mapColumn(index: number, target: ColumnTarget): Promise<void> {
  const { file } = useImportDraft.getState();
  if (file === undefined) return;
  const columns = file.columns.map((column, at) => (at === index ? { ...column, target } : column));
  const targets = columns.map((column) => column.target);
  useImportDraft.setState({ file: { ...file, columns }, targets, problem: undefined });
  await saveDraft();
}

export async function comeFrom(country: string | null): Promise<void> {
  useImportDraft.setState({ defaultCountry: country, problem: undefined });
  await saveDraft();
}

export async function loadCountries(): Promise<void> {
  const result = await call('imports.countries', {});
  if (result.ok) useImportDraft.setState({ countries: result.data });
}

async function saveDraft(): Promise<void> {
  const { uploadId, reading, targets, defaultCountry } = useImportDraft.getState();
  if (uploadId === undefined) return;
  const choices = { uploadId, reading, targets: spread(targets), defaultCountry };
  await call('imports.saveDraft', { ...choices, step: 'columns' });
}

/** The dry run. */
export async function check(): Promise<void> {
  const { uploadId, reading, targets, defaultCountry } = useImportDraft.getState();
  if (uploadId === undefined) return;
  useImportDraft.setState({ stage: 'checking', problem: undefined });
  const choices = { uploadId, reading, targets: spread(targets), defaultCountry };
  const result = await call('imports.rehearse', choices);
  // The owner went back meanwhile, or took another file.
  const now = useImportDraft.getState();
  if (now.stage !== 'checking' || now.uploadId !== uploadId) return;
  if (result.ok) {
    showRows('all');
    useImportDraft.setState({ stage: 'check', rehearsal: result.data });
  } else useImportDraft.setState({ stage: 'columns', problem: result.error.message });
}

export async function backToColumns(): Promise<void> {
  useImportDraft.setState({ stage: 'columns', rehearsal: undefined, problem: undefined });
  await saveDraft();
}

/** Forgets the file; nothing of it was imported. */
export async function discard(): Promise<void> {
  const { uploadId, stopSending } = useImportDraft.getState();
  stopSending?.();
  useImportDraft.setState(NOTHING);
  if (uploadId !== undefined) await call('imports.discard', { uploadId });
}

/** Begins the import and leads to where it can be watched. */
export async function begin(): Promise<void> {
  const { uploadId, reading, targets, defaultCountry } = useImportDraft.getState();
  if (uploadId === undefined) return;
  const choices = { uploadId, reading, targets: spread(targets), defaultCountry };
  const result = await call('imports.apply', choices);
  if (!result.ok) {
    useImportDraft.setState({ problem: result.error.message });
    return;
  }
  // What the core keeps of the file is asked for when the owner comes back to it.
  useImportDraft.setState({ ...NOTHING, stage: 'opening' });
  goToScreen('contacts', `import/${result.data.id}`);
}

/** The wire takes lists that may be written to. */
function spread(targets: readonly ColumnTarget[] | null): ColumnTarget[] | null {
  return targets === null ? null : [...targets];
}
