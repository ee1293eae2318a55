/** What the values of a custom field are; all of them are kept as text. */
export const FIELD_TYPES = ['text', 'number', 'date', 'yes_no'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** One custom field of one person. */
export interface ContactField {
  readonly name: string;
  readonly type: FieldType;
  readonly value: string;
}
