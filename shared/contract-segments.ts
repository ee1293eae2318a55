import { z } from 'zod';
import { answering, nothing, segmentId } from './command.ts';
import type { Segment, SegmentChoices, SegmentPreview } from './models/segment.ts';
import { segmentNameSchema, segmentRulesSchema } from './segments/schema.ts';

/** Commands for segments: saved questions about people. */
export const segmentContract = {
  'segments.list': answering<readonly Segment[]>()(nothing),
  'segments.choices': answering<SegmentChoices>()(nothing),
  'segments.create': answering<Segment>()(
    z.strictObject({ name: segmentNameSchema, rules: segmentRulesSchema }),
  ),
  'segments.change': answering<Segment>()(
    z.strictObject({
      segmentId,
      name: segmentNameSchema.optional(),
      rules: segmentRulesSchema.optional(),
    }),
  ),
  'segments.delete': answering<Segment>()(z.strictObject({ segmentId })),
  /** Undoes a deletion, for a day. */
  'segments.restore': answering<Segment>()(z.strictObject({ segmentId })),
  /** Null: a newer question came before this one's turn. */
  'segments.preview': answering<SegmentPreview | null>()(
    z.strictObject({ rules: segmentRulesSchema }),
  ),
} as const;
