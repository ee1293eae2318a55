import type { TemplateContent } from '#shared/models/template.ts';
import type { TemplateBody, TemplateParts } from '#shared/models/template-parts.ts';
import { EMPTY_PARTS } from '#shared/templates/empty-parts.ts';

export function aBody(text: string, examples: TemplateBody['examples'] = {}): TemplateBody {
  return { text, examples, addSecurityRecommendation: false };
}

/** A template with which nothing is wrong. */
export function aTemplate(
  parts: Partial<TemplateParts> = {},
  around: Partial<Omit<TemplateContent, 'parts'>> = {},
): TemplateContent {
  return {
    name: 'order_ready',
    language: 'en_US',
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    ttlSeconds: null,
    ...around,
    parts: { ...EMPTY_PARTS, body: aBody('Your order is ready.'), ...parts },
  };
}
