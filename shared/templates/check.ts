import type { TemplateCategory, TemplateContent } from '../models/template.ts';
import { TEMPLATE_LIMITS } from './limits.ts';
import { problem } from './problem.ts';
import type { TemplateProblem } from './problem.ts';
import { authenticationProblems, otpElsewhere } from './rules/authentication.ts';
import { bodyProblems, footerProblems } from './rules/body.ts';
import { buttonProblems } from './rules/buttons.ts';
import { carouselProblems } from './rules/cards.ts';
import { headerProblems } from './rules/header.ts';
import { offerProblems } from './rules/offer.ts';
import { lengthProblems } from './rules/text.ts';

/** Everything for which Meta would refuse this template, and hints; none when it can be handed in. */
export function checkTemplate(content: TemplateContent): TemplateProblem[] {
  const { category, parameterFormat, parts } = content;
  const around = [
    ...nameProblems(content.name),
    ...languageProblems(content.language),
    ...ttlProblems(content.ttlSeconds, category),
  ];
  if (category === 'AUTHENTICATION') return [...around, ...authenticationProblems(parts)];
  return [
    ...around,
    ...headerProblems(parts.header, parameterFormat),
    ...bodyProblems(parts.body, parameterFormat),
    ...footerProblems(parts.footer),
    ...buttonProblems(parts.buttons),
    ...offerProblems(parts, category),
    ...carouselProblems(parts, parameterFormat),
    ...otpElsewhere(parts),
  ];
}

/** Source: meta-platform §5.4. */
export function nameProblems(name: string): TemplateProblem[] {
  if (name === '') return [problem('missing', 'name')];
  if (!/^[a-z0-9_]+$/u.test(name)) return [problem('name_characters', 'name')];
  return lengthProblems(name, 'name', TEMPLATE_LIMITS.name);
}

export function languageProblems(language: string): TemplateProblem[] {
  if (language === '') return [problem('missing', 'language')];
  return /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/u.test(language)
    ? []
    : [problem('language_form', 'language')];
}

/** In seconds; −1 is thirty days where Meta takes it. Source: meta-platform §5.4, TTL. */
const TTL: Readonly<Record<TemplateCategory, { readonly min: number; readonly max: number }>> = {
  AUTHENTICATION: { min: 30, max: 900 },
  UTILITY: { min: 30, max: 43_200 },
  MARKETING: { min: 43_200, max: 2_592_000 },
};

function ttlProblems(seconds: number | null, category: TemplateCategory): TemplateProblem[] {
  if (seconds === null || (seconds === -1 && category !== 'MARKETING')) return [];
  const { min, max } = TTL[category];
  return seconds >= min && seconds <= max ? [] : [problem('ttl_range', 'ttl', { min, max })];
}
