import type { ContactId, CustomFieldId, LabelId, SegmentId } from '../ids.ts';

/** Whom a spreadsheet is to hold. */
export type ExportChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'contacts'; readonly contactIds: readonly ContactId[] }
  | { readonly kind: 'label'; readonly labelId: LabelId }
  | { readonly kind: 'segment'; readonly segmentId: SegmentId }
  | { readonly kind: 'opted_out' };

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an import knows again, in any language. */
export const EXPORT_COLUMNS = [
  'phone',
  'name',
  'email',
  'labels',
  'notes',
  'language',
  'opted_out',
] as const;

/** One column of a spreadsheet: what everybody has, or a custom field. */
export type ExportColumn = (typeof EXPORT_COLUMNS)[number] | CustomFieldId;

export interface ExportField {
  readonly id: CustomFieldId;
  readonly name: string;
}
