import type { TFunction } from 'i18next';

const KNOWN = ['name', 'email', 'notes', 'language', 'labels', 'opted_out'] as const;

/** What a change is about, as a person says it: `custom.City` is the owner's own field City. */
export function changedField(field: string, t: TFunction): string {
  if (field.startsWith('custom.')) return field.slice('custom.'.length);
  const known = KNOWN.find((name) => name === field);
  return known === undefined ? field : t(`imports.targets.${known}`);
}
