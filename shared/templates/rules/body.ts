import type { ParameterFormat } from '../../models/template.ts';
import type { TemplateBody, TemplateFooter } from '../../models/template-parts.ts';
import { TEMPLATE_LIMITS } from '../limits.ts';
import { problem } from '../problem.ts';
import type { TemplateProblem } from '../problem.ts';
import { variablesIn } from '../variables.ts';
import {
  edgeProblems,
  exampleProblems,
  oneLineProblems,
  ratioHints,
  spacingProblems,
  strayBraces,
  variableProblems,
  writtenProblems,
} from './text.ts';

interface Where {
  readonly place: string;
  readonly limit: number;
}

const IN_THE_BODY: Where = { place: 'body', limit: TEMPLATE_LIMITS.body };

/** Source: meta-platform §5.4, §4.7. */
export function bodyProblems(
  { text, examples }: TemplateBody,
  format: ParameterFormat,
  { place, limit }: Where = IN_THE_BODY,
): TemplateProblem[] {
  return [
    ...writtenProblems(text, place, limit),
    ...spacingProblems(text, place),
    ...strayBraces(text, place),
    ...variableProblems(text, place, format),
    ...edgeProblems(text, place),
    ...ratioHints(text, place),
    ...exampleProblems(text, place, examples),
  ];
}

/** Source: meta-platform §5.4. */
export function footerProblems(footer: TemplateFooter | null): TemplateProblem[] {
  if (footer === null || footer.kind === 'expiry') return [];
  const { text } = footer;
  return [
    ...writtenProblems(text, 'footer', TEMPLATE_LIMITS.footer),
    ...oneLineProblems(text, 'footer'),
    ...(variablesIn(text).length > 0 ? [problem('variables_not_here', 'footer')] : []),
  ];
}
