import type { ParameterFormat } from '../../models/template.ts';
import type { TemplateHeader } from '../../models/template-parts.ts';
import { TEMPLATE_LIMITS } from '../limits.ts';
import { problem } from '../problem.ts';
import type { TemplateProblem } from '../problem.ts';
import { variablesIn } from '../variables.ts';
import {
  exampleProblems,
  oneLineProblems,
  strayBraces,
  variableProblems,
  writtenProblems,
} from './text.ts';

/** Source: meta-platform §5.4, §4.7 (2388047). */
export function headerProblems(
  header: TemplateHeader | null,
  format: ParameterFormat,
  place = 'header',
): TemplateProblem[] {
  if (header === null) return [];
  if (header.kind === 'media') {
    return header.handle === null ? [problem('sample_missing', place)] : [];
  }
  if (header.kind !== 'text') return [];
  const { text, examples } = header;
  const limit = TEMPLATE_LIMITS.headerVariables;
  const hasTooMany = variablesIn(text).length > limit;
  return [
    ...writtenProblems(text, place, TEMPLATE_LIMITS.header),
    ...oneLineProblems(text, place),
    ...(/[*~`]|\p{Extended_Pictographic}/u.test(text) ? [problem('no_formatting', place)] : []),
    ...strayBraces(text, place),
    ...variableProblems(text, place, format),
    ...(hasTooMany ? [problem('variables_too_many', place, { limit })] : []),
    ...exampleProblems(text, place, examples),
  ];
}
