import type { Json } from '../json.ts';
import { fieldAt, numberAt, objectAt, textAt } from '../json-fields.ts';
import type { MetaTemplate } from '../models/meta-template.ts';
import { PARAMETER_FORMATS, TEMPLATE_CATEGORIES } from '../models/template.ts';
import { TEMPLATE_QUALITIES, TEMPLATE_STATUSES } from '../models/template.ts';
import type {
  ParameterFormat,
  TemplateCategory,
  TemplateQuality,
  TemplateStatus,
} from '../models/template.ts';

/** One entry of Meta's list; undefined where it lacks what makes it a template. Source: meta-platform §1.9. */
export function readMetaTemplate(entry: Json): MetaTemplate | undefined {
  const metaTemplateId = textAt(entry, 'id');
  const name = textAt(entry, 'name');
  const language = textAt(entry, 'language');
  if (metaTemplateId === undefined || name === undefined || language === undefined) {
    return undefined;
  }
  return {
    metaTemplateId,
    name,
    language: normalLanguage(language),
    category: textAt(entry, 'category') ?? 'UTILITY',
    status: textAt(entry, 'status') ?? 'UNKNOWN',
    components: fieldAt(entry, 'components') ?? [],
    parameterFormat: textAt(entry, 'parameter_format') ?? 'POSITIONAL',
    quality: textAt(objectAt(entry, 'quality_score'), 'score') ?? 'UNKNOWN',
    rejectedReason: reasonOf(textAt(entry, 'rejected_reason')),
    remark: textAt(objectAt(entry, 'rejection_info'), 'reason') ?? null,
    correctCategory: textAt(entry, 'correct_category') ?? null,
    ttlSeconds: numberAt(entry, 'message_send_ttl_seconds') ?? null,
  };
}

/** Webhooks write `en-US` where sends write `en_US`. Source: meta-platform §2.3. */
export function normalLanguage(language: string): string {
  return language.replace('-', '_');
}

export function reasonOf(reason: string | undefined): string | null {
  return reason === undefined || reason.toUpperCase() === 'NONE' ? null : reason.toUpperCase();
}

export function statusOf(text: string): TemplateStatus {
  return TEMPLATE_STATUSES.find((one) => one === text.toUpperCase()) ?? 'UNKNOWN';
}

/** Categories of before 2023 are what is now called utility. */
export function categoryOf(text: string): TemplateCategory {
  return TEMPLATE_CATEGORIES.find((one) => one === text.toUpperCase()) ?? 'UTILITY';
}

export function qualityOf(text: string): TemplateQuality {
  return TEMPLATE_QUALITIES.find((one) => one === text.toUpperCase()) ?? 'UNKNOWN';
}

export function formatOf(text: string): ParameterFormat {
  return PARAMETER_FORMATS.find((one) => one === text.toUpperCase()) ?? 'POSITIONAL';
}
