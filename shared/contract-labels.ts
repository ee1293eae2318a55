import { z } from 'zod';
import { answering, chatId, labelId, nothing } from './command.ts';
import type { ChatId } from './ids.ts';
import { labelColorSchema, labelNameSchema } from './label-schema.ts';
import type { Label, LabelCount } from './models/label.ts';

/** Commands for the labels that the owner puts on people and chats. */
export const labelContract = {
  'labels.list': answering<readonly Label[]>()(nothing),
  'labels.counts': answering<readonly LabelCount[]>()(nothing),
  /** A null colour: the one that is used least. */
  'labels.create': answering<Label>()(
    z.strictObject({ name: labelNameSchema, color: labelColorSchema.nullable() }),
  ),
  'labels.change': answering<Label>()(
    z.strictObject({
      labelId,
      name: labelNameSchema.optional(),
      color: labelColorSchema.optional(),
    }),
  ),
  'labels.delete': answering<Label>()(z.strictObject({ labelId })),
  /** Undoes a deletion, for a day. */
  'labels.restore': answering<Label>()(z.strictObject({ labelId })),
  /** Answers the chats in which something changed: the opposite, given to those, undoes it. */
  'labels.put': answering<readonly ChatId[]>()(
    z.strictObject({
      labelId,
      chatIds: z.array(chatId).min(1).max(200),
      on: z.enum(['contact', 'chat']),
      isOn: z.boolean(),
    }),
  ),
} as const;
