import type { ContactId, LabelId } from '../ids.ts';

/** Whom a spreadsheet is to hold. */
export type ExportChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'contacts'; readonly contactIds: readonly ContactId[] }
  | { readonly kind: 'label'; readonly labelId: LabelId }
  | { readonly kind: 'opted_out' };

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
