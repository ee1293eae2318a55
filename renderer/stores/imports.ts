import { create } from 'zustand';
import { asId } from '#shared/ids.ts';
import type { ImportId } from '#shared/ids.ts';
import type { ContactImport } from '#shared/models/contact-import.ts';
import { call } from './core.ts';
import { sayFailure } from './toasts.ts';

interface Imports {
  /** The newest first; undefined: not asked for yet. */
  readonly all: readonly ContactImport[] | undefined;
}

export const useImports = create<Imports>()(() => ({ all: undefined }));

async function loadImports(): Promise<void> {
  const result = await call('imports.list', {});
  if (result.ok) useImports.setState({ all: result.data });
}

/** Keeps the imports as they are in the core, until the returned function is called. */
export function followImports(): () => void {
  const { frontdesk } = window;
  let isAsking = false;
  let isLate = false;
  // Every few milliseconds an import gets further; one question at a time is soon enough.
  const ask = async (): Promise<void> => {
    isLate = isAsking;
    if (isAsking) return;
    isAsking = true;
    await loadImports();
    isAsking = false;
    if (isLate) await ask();
  };
  void ask();
  const endings = [
    frontdesk.on('imports.changed', () => void ask()),
    frontdesk.on('resync', () => void ask()),
  ];
  return () => {
    for (const end of endings) end();
  };
}

export function isAtWork({ state }: ContactImport): boolean {
  return state === 'applying' || state === 'cancelling' || state === 'undoing';
}

export async function cancelImport({ id }: ContactImport): Promise<void> {
  await settle('imports.cancel', asId<ImportId>(id));
}

export async function undoImport({ id }: ContactImport): Promise<void> {
  await settle('imports.undo', asId<ImportId>(id));
}

async function settle(
  command: 'imports.cancel' | 'imports.undo',
  importId: ImportId,
): Promise<void> {
  const result = await call(command, { importId });
  if (!result.ok) sayFailure(result.error.message);
  await loadImports();
}
