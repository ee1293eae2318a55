import type { ParameterFormat } from '../../models/template.ts';
import type { TemplateCard, TemplateParts } from '../../models/template-parts.ts';
import { TEMPLATE_LIMITS } from '../limits.ts';
import { problem } from '../problem.ts';
import type { TemplateProblem } from '../problem.ts';
import { bodyProblems } from './body.ts';
import { buttonProblems } from './buttons.ts';
import { headerProblems } from './header.ts';

/** A carousel: the same pieces in every card, nothing around them but words. Source: meta-platform §5.4. */
export function carouselProblems(parts: TemplateParts, format: ParameterFormat): TemplateProblem[] {
  const { cards, header, footer, buttons, offer } = parts;
  if (cards.length === 0) return [];
  const problems: TemplateProblem[] = [];
  if (header !== null) problems.push(problem('not_with_cards', 'header'));
  if (footer !== null) problems.push(problem('not_with_cards', 'footer'));
  if (buttons.length > 0) problems.push(problem('not_with_cards', 'buttons'));
  if (offer !== null) problems.push(problem('not_with_cards', 'offer'));
  const { min, max } = TEMPLATE_LIMITS.cards;
  if (cards.length < min || cards.length > max) {
    problems.push(problem('card_count', 'cards', { count: cards.length, min, max }));
  }
  if (new Set(cards.map(shapeOf)).size > 1) problems.push(problem('cards_differ', 'cards'));
  return [...problems, ...cards.flatMap((card, index) => cardProblems(card, index, format))];
}

function shapeOf({ header, body, buttons }: TemplateCard): string {
  const top = header?.kind === 'media' ? header.media : (header?.kind ?? 'none');
  const hasWords = body.text.trim() !== '';
  return [top, hasWords, ...buttons.map(({ type }) => type)].join(' ');
}

function cardProblems(
  { header, body, buttons }: TemplateCard,
  index: number,
  format: ParameterFormat,
): TemplateProblem[] {
  const place = `cards.${index}`;
  const isProduct = header?.kind === 'product';
  const hasFile = header?.kind === 'media' && header.media !== 'document';
  const { min, max } = TEMPLATE_LIMITS.cardButtons;
  const hasRightCount = buttons.length >= min && buttons.length <= max;
  return [
    ...(isProduct || hasFile ? [] : [problem('card_header', `${place}.header`)]),
    ...headerProblems(header, format, `${place}.header`),
    ...(body.text === ''
      ? []
      : bodyProblems(body, format, { place: `${place}.body`, limit: TEMPLATE_LIMITS.cardBody })),
    ...(hasRightCount ? [] : [problem('card_button_count', `${place}.buttons`, { min, max })]),
    ...buttonProblems(buttons, `${place}.buttons`).filter(({ isHint }) => !isHint),
  ];
}
