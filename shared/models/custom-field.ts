import type { CustomFieldId } from '../ids.ts';
import { FIELD_TYPES } from './contact-field.ts';

/** What the owner lets a field hold. A choice is kept as text, as one of the words that are offered. */
export const FIELD_KINDS = [...FIELD_TYPES, 'choice'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface FieldRule {
  readonly kind: FieldKind;
  /** Of a choice: what there is to choose from, in the owner’s order. Empty for every other kind. */
  readonly choices: readonly string[];
}

/** A field that the owner defined for all people. */
export interface FieldDefinition extends FieldRule {
  readonly id: CustomFieldId;
  readonly name: string;
  /** How many people have a value in it. */
  readonly holders: number;
}

/** A field as one person fills it. */
export interface PersonField extends FieldRule {
  readonly id: CustomFieldId;
  readonly name: string;
  /** Null: empty. What an import brought may break the rule; it stays as it came. */
  readonly value: string | null;
}
