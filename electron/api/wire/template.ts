import { z } from 'zod';
import type { TemplateRecord } from '../../store/template-records.ts';
import { time, timeSchema } from './time.ts';

export const templateSchema = z
  .object({
    id: z.int(),
    account_id: z.int(),
    name: z.string(),
    language: z.string(),
    category: z.string(),
    status: z.string(),
    quality: z.string(),
    parameter_format: z.string(),
    rejected_reason: z.string().nullable(),
    meta_template_id: z.string().nullable(),
    components: z.unknown().describe('As Meta has them'),
    synced_at: timeSchema,
  })
  .meta({ id: 'Template' });

export function templateOnWire(template: TemplateRecord): z.output<typeof templateSchema> {
  return {
    id: template.id,
    account_id: template.accountId,
    name: template.name,
    language: template.language,
    category: template.category,
    status: template.status,
    quality: template.quality,
    parameter_format: template.parameterFormat,
    rejected_reason: template.rejectedReason,
    meta_template_id: template.metaTemplateId,
    components: template.components,
    synced_at: time(template.syncedAt),
  };
}
