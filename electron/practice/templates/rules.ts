import type { JsonObject } from '#shared/json.ts';
import { fieldAt, numberAt, textAt } from '#shared/json-fields.ts';
import type { TemplateContent } from '#shared/models/template.ts';
import { TEMPLATE_CATEGORIES } from '#shared/models/template.ts';
import { checkTemplate } from '#shared/templates/check.ts';
import type { TemplateProblem } from '#shared/templates/problem.ts';
import { categoryOf, formatOf } from '#shared/templates/read-meta.ts';
import { readParts } from '#shared/templates/read-parts.ts';
import { refuse, type Refusal } from '../graph-errors.ts';

/** Why Meta would not take this template; undefined when it would. Source: meta-platform §4.7, §5.4. */
export function refuseTemplate(
  body: JsonObject,
  { name, language }: { readonly name: string; readonly language: string },
): Refusal | undefined {
  const category = textAt(body, 'category') ?? '';
  if (!TEMPLATE_CATEGORIES.some((one) => one === category)) {
    return refuse(100, 'Param category must be one of {AUTHENTICATION, MARKETING, UTILITY}.');
  }
  const content: TemplateContent = {
    name,
    language,
    category: categoryOf(category),
    parameterFormat: formatOf(textAt(body, 'parameter_format') ?? 'POSITIONAL'),
    parts: readParts(fieldAt(body, 'components') ?? []),
    ttlSeconds: numberAt(body, 'message_send_ttl_seconds') ?? null,
  };
  const [problem] = checkTemplate(content).filter(({ isHint }) => !isHint);
  return problem === undefined ? undefined : refusalOf(problem);
}

function refusalOf({ code, place, values }: TemplateProblem): Refusal {
  const subcode = subcodeOf(code, place);
  const details = `Param ${place}: ${code} ${JSON.stringify(values)}`;
  return refuse(100, details, subcode === undefined ? {} : { subcode });
}

function subcodeOf(code: TemplateProblem['code'], place: string): number | undefined {
  if (code === 'too_long') return 2388040;
  if (code === 'variable_at_edge') return 2388299;
  if (place.startsWith('header')) return 2388047;
  if (place.startsWith('body')) return 2388072;
  return place.startsWith('footer') ? 2388073 : undefined;
}
