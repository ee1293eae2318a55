import type { ContactImport } from '#shared/models/contact-import.ts';

/** Rows that an import has decided about so far. */
export function rowsDone({ counts }: Pick<ContactImport, 'counts'>): number {
  const { created, updated, unchanged, skipped, rejected } = counts;
  return created + updated + unchanged + skipped + rejected;
}
