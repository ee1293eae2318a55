import type { ImportRehearsal, RehearsalFilter } from '#shared/models/contact-import.ts';

/** How many rows of a dry run there are of a kind. */
export function countOf(
  { counts, damaged, file }: ImportRehearsal,
  filter: RehearsalFilter,
): number {
  if (filter === 'all') return file.dataRows;
  return filter === 'damaged' ? damaged : counts[filter];
}
