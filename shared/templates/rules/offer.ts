import type { TemplateCategory } from '../../models/template.ts';
import type { TemplateParts } from '../../models/template-parts.ts';
import { TEMPLATE_LIMITS } from '../limits.ts';
import { problem } from '../problem.ts';
import type { TemplateProblem } from '../problem.ts';
import { writtenProblems } from './text.ts';

/** Source: meta-platform §5.4, limited-time offer. */
export function offerProblems(
  { offer, buttons }: TemplateParts,
  category: TemplateCategory,
): TemplateProblem[] {
  if (offer === null) return [];
  const problems = writtenProblems(offer.text, 'offer', TEMPLATE_LIMITS.offer);
  if (category !== 'MARKETING') problems.push(problem('offer_category', 'offer'));
  const hasCode = buttons.some(({ type }) => type === 'COPY_CODE');
  if (offer.hasExpiration && !hasCode) problems.push(problem('offer_needs_code', 'buttons'));
  return problems;
}
