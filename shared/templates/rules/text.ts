import type { ParameterFormat } from '../../models/template.ts';
import type { Examples } from '../../models/template-parts.ts';
import { TEMPLATE_LIMITS } from '../limits.ts';
import { hint, problem } from '../problem.ts';
import type { TemplateProblem } from '../problem.ts';
import { fitsFormat, isPositional, variablesIn, wordsAround } from '../variables.ts';

/** Words that must be there and may not be longer than Meta allows. */
export function writtenProblems(text: string, place: string, limit: number): TemplateProblem[] {
  if (text.trim() === '') return [problem('missing', place)];
  return lengthProblems(text, place, limit);
}

export function lengthProblems(text: string, place: string, limit: number): TemplateProblem[] {
  const { length } = text;
  return length > limit ? [problem('too_long', place, { length, limit })] : [];
}

/** Source: meta-platform §5.4. */
export function variableProblems(
  text: string,
  place: string,
  format: ParameterFormat,
): TemplateProblem[] {
  const variables = variablesIn(text);
  const [misfit] = variables.filter((name) => !fitsFormat(name, format));
  if (misfit !== undefined) return [misfitProblem(misfit, place, format)];
  if (format === 'NAMED') return [];
  const [missing] = variables
    .map((_, index) => String(index + 1))
    .filter((number) => !variables.includes(number));
  return missing === undefined ? [] : [problem('variable_gap', place, { variable: missing })];
}

function misfitProblem(variable: string, place: string, format: ParameterFormat): TemplateProblem {
  const other: ParameterFormat = format === 'NAMED' ? 'POSITIONAL' : 'NAMED';
  const code = fitsFormat(variable, other) ? 'variable_kind' : 'variable_malformed';
  return problem(code, place, { variable, format });
}

/** Braces that were begun and are no variable: Meta would show them, or refuse them. */
export function strayBraces(text: string, place: string): TemplateProblem[] {
  const rest = text.replaceAll(/\{\{[^{}]*\}\}/gu, '');
  return /\{\{|\}\}/u.test(rest)
    ? [problem('variable_malformed', place, { variable: '', format: '' })]
    : [];
}

/** Error 2388299. Source: meta-platform §4.7. */
export function edgeProblems(text: string, place: string): TemplateProblem[] {
  const trimmed = text.trim();
  const isAtEdge = /^\{\{[^{}]*\}\}/u.test(trimmed) || /\{\{[^{}]*\}\}$/u.test(trimmed);
  return isAtEdge ? [problem('variable_at_edge', place)] : [];
}

/** Error 2388293. Meta does not publish its ratio, so this only warns. Source: meta-platform §4.7. */
export function ratioHints(text: string, place: string): TemplateProblem[] {
  const count = variablesIn(text).length;
  const needed = 2 * count + 1;
  const isThin = count > 0 && wordsAround(text) < needed;
  return isThin ? [hint('few_words', place, { count, needed })] : [];
}

export function exampleProblems(
  text: string,
  place: string,
  examples: Examples,
): TemplateProblem[] {
  return variablesIn(text)
    .filter((name) => (examples[name] ?? '').trim() === '')
    .map((name) =>
      problem('example_missing', `${place}.example.${name}`, { variable: shown(name) }),
    );
}

/** Errors 2388047, 2388072. Source: meta-platform §4.7. */
export function spacingProblems(text: string, place: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  if (/(\r?\n){3,}/u.test(text)) problems.push(problem('blank_lines', place));
  if (new RegExp(` {${TEMPLATE_LIMITS.spaces + 1},}`, 'u').test(text)) {
    problems.push(problem('many_spaces', place, { limit: TEMPLATE_LIMITS.spaces }));
  }
  return problems;
}

export function oneLineProblems(text: string, place: string): TemplateProblem[] {
  return /[\r\n]/u.test(text) ? [problem('one_line_only', place)] : [];
}

function shown(variable: string): string {
  return isPositional(variable) ? `{{${variable}}}` : variable;
}
