import { z } from 'zod';
import { answering, contactId, customFieldId, nothing } from './command.ts';
import { MAX_CHOICES, MAX_FIELD_VALUE } from './field-value.ts';
import { FIELD_KINDS } from './models/custom-field.ts';
import type { FieldDefinition } from './models/custom-field.ts';

const name = z.string().trim().min(1).max(100);
const kind = z.enum(FIELD_KINDS);
const choices = z.array(z.string().trim().min(1).max(100)).max(MAX_CHOICES);

/** Commands for the fields that the owner adds to what is known of people. */
export const fieldContract = {
  'fields.list': answering<readonly FieldDefinition[]>()(nothing),
  'fields.create': answering<FieldDefinition>()(z.strictObject({ name, kind, choices })),
  /** What is absent stays. A kind or choices that a value of somebody’s breaks are refused. */
  'fields.change': answering<FieldDefinition>()(
    z.strictObject({
      fieldId: customFieldId,
      name: name.optional(),
      kind: kind.optional(),
      choices: choices.optional(),
    }),
  ),
  /** Takes a field away with everybody’s values. It can’t be undone. */
  'fields.delete': answering<null>()(z.strictObject({ fieldId: customFieldId })),
  /** Answers the value that was there before; an empty text takes it away. */
  'fields.put': answering<string | null>()(
    z.strictObject({
      contactId,
      fieldId: customFieldId,
      value: z.string().max(MAX_FIELD_VALUE * 2),
    }),
  ),
} as const;
