import type { TemplateButton } from '../../models/template-parts.ts';
import { unreachable } from '../../unreachable.ts';
import { TEMPLATE_LIMITS } from '../limits.ts';
import { hint, problem } from '../problem.ts';
import type { TemplateProblem } from '../problem.ts';
import { variablesIn } from '../variables.ts';
import { lengthProblems, oneLineProblems, writtenProblems } from './text.ts';

const LIMITS = TEMPLATE_LIMITS;

/** Source: meta-platform §5.4. */
export function buttonProblems(
  buttons: readonly TemplateButton[],
  place = 'buttons',
): TemplateProblem[] {
  return [
    ...mixProblems(buttons, place),
    ...buttons.flatMap((button, index) => oneProblems(button, `${place}.${index}`)),
  ];
}

function mixProblems(buttons: readonly TemplateButton[], place: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  if (buttons.length > LIMITS.buttons) {
    problems.push(problem('too_many_buttons', place, { limit: LIMITS.buttons }));
  }
  for (const [kind, limit] of Object.entries(LIMITS.ofKind)) {
    const count = buttons.filter(({ type }) => type === kind).length;
    if (count > limit) problems.push(problem('too_many_of_kind', place, { kind, count, limit }));
  }
  if (areApart(buttons)) problems.push(problem('replies_apart', place));
  if (isHiddenOnDesktop(buttons)) problems.push(hint('no_desktop', place));
  return problems;
}

function isReply({ type }: TemplateButton): boolean {
  return type === 'QUICK_REPLY';
}

/** Quick replies stand together, before or behind all others. */
function areApart(buttons: readonly TemplateButton[]): boolean {
  const changes = buttons.filter((button, index) => {
    const before = buttons[index - 1];
    return before !== undefined && isReply(before) !== isReply(button);
  });
  return changes.length > 1;
}

function isHiddenOnDesktop(buttons: readonly TemplateButton[]): boolean {
  return buttons.length > 3 || (buttons.some(isReply) && !buttons.every(isReply));
}

function oneProblems(button: TemplateButton, place: string): TemplateProblem[] {
  switch (button.type) {
    case 'QUICK_REPLY':
    case 'CATALOG':
    case 'MPM':
    case 'VOICE_CALL':
      return labelProblems(button.text, place);
    case 'URL':
      return [...labelProblems(button.text, place), ...linkProblems(button, place)];
    case 'PHONE_NUMBER':
      return [...labelProblems(button.text, place), ...phoneProblems(button.phone, place)];
    case 'COPY_CODE':
      return codeProblems(button.example, `${place}.example`);
    case 'OTP':
      return button.text === ''
        ? []
        : lengthProblems(button.text, `${place}.text`, LIMITS.buttonText);
    case 'OTHER':
      return [];
    default:
      return unreachable(button);
  }
}

function labelProblems(text: string, place: string): TemplateProblem[] {
  return [
    ...writtenProblems(text, `${place}.text`, LIMITS.buttonText),
    ...oneLineProblems(text, `${place}.text`),
    ...(variablesIn(text).length > 0 ? [problem('variables_not_here', `${place}.text`)] : []),
  ];
}

function linkProblems(
  { url, example }: Extract<TemplateButton, { type: 'URL' }>,
  place: string,
): TemplateProblem[] {
  const where = `${place}.url`;
  const missingOrLong = writtenProblems(url, where, LIMITS.url);
  if (missingOrLong.length > 0) return missingOrLong;
  const variables = variablesIn(url);
  if (!isWebAddress(url.replaceAll(/\{\{[^{}]*\}\}/gu, ''))) return [problem('link_form', where)];
  if (variables.length === 0) return [];
  if (variables.length > 1 || !/[^{}]\{\{1\}\}$/u.test(url)) {
    return [problem('link_variable_place', where)];
  }
  const stem = url.slice(0, -'{{1}}'.length);
  const isWhole = example.startsWith(stem) && example.length > stem.length;
  return isWhole && isWebAddress(example)
    ? []
    : [problem('link_example', `${place}.example`, { stem })];
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s{}/?#]+\.[^\s{}/?#]{2,}(?:[/?#][^\s{}]*)?$/iu.test(text);
}

function phoneProblems(phone: string, place: string): TemplateProblem[] {
  const where = `${place}.phone`;
  const missingOrLong = writtenProblems(phone, where, LIMITS.phone);
  if (missingOrLong.length > 0) return missingOrLong;
  return /^\+[1-9][\d\s().-]{6,}$/u.test(phone) ? [] : [problem('phone_form', where)];
}

export function codeProblems(code: string, place: string): TemplateProblem[] {
  const missingOrLong = writtenProblems(code, place, LIMITS.code);
  if (missingOrLong.length > 0) return missingOrLong;
  return /^[A-Za-z0-9]+$/u.test(code) ? [] : [problem('code_characters', place)];
}
