import type { Handlers } from './fake-bridge.ts';

function notHere(): never {
  throw new Error('No list of contacts comes or goes in this test.');
}

/** No screen under test has to do with spreadsheets. */
export const importHandlers = {
  'imports.begin': notHere,
  'imports.append': notHere,
  'imports.look': notHere,
  'imports.rehearse': notHere,
  'imports.rehearsed': notHere,
  'imports.draft': () => null,
  'imports.saveDraft': notHere,
  'imports.discard': notHere,
  'imports.countries': () => [],
  'imports.apply': notHere,
  'imports.cancel': notHere,
  'imports.undo': notHere,
  'imports.list': () => [],
  'imports.get': notHere,
  'imports.rejected': notHere,
  'imports.rejectedFile': notHere,
  'imports.kept': notHere,
  'contacts.export': notHere,
  'contacts.exportPiece': notHere,
  'contacts.exportFields': () => [],
} satisfies Partial<Handlers>;
