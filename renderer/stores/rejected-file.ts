import { asId } from '#shared/ids.ts';
import type { ImportId } from '#shared/ids.ts';
import type { ContactImport } from '#shared/models/contact-import.ts';
import { call } from './core.ts';
import { saveInPieces } from './saved-file.ts';
import { sayFailure } from './toasts.ts';

/** Saves the refused rows of an import with their reasons, for the owner to correct. */
export async function saveRejected({ id, fileName }: ContactImport): Promise<void> {
  const importId = asId<ImportId>(id);
  const name = `${fileName.replace(/\.[^.]{1,5}$/, '')}-refused.csv`;
  const problem = await saveInPieces(name, 'text/csv', (after) =>
    call('imports.rejectedFile', { importId, after }),
  );
  if (problem !== undefined) sayFailure(problem);
}
