import type { ParameterFormat } from '../models/template.ts';

/** Anything in double braces, whether or not Meta would take it. */
const VARIABLE = /\{\{([^{}]*)\}\}/gu;

/** The variables of a text without braces, each once, in the order in which they come. */
export function variablesIn(text: string): string[] {
  const names = [...text.matchAll(VARIABLE)].map(([, name = '']) => name.trim());
  return [...new Set(names)];
}

export function isPositional(variable: string): boolean {
  return /^[1-9]\d*$/u.test(variable);
}

export function isNamed(variable: string): boolean {
  return /^[a-z][a-z0-9_]*$/u.test(variable);
}

/** Whether Meta reads it as a variable of this format. Source: meta-platform §5.4. */
export function fitsFormat(variable: string, format: ParameterFormat): boolean {
  return format === 'NAMED' ? isNamed(variable) : isPositional(variable);
}

/** In the order in which values are given: by number where they are numbered. */
export function inOrder(variables: readonly string[]): string[] {
  if (!variables.every(isPositional)) return [...variables];
  return variables.toSorted((a, b) => Number(a) - Number(b));
}

/** The text with what `valueOf` gives in the variables' places; undefined leaves one as it is. */
export function fillText(text: string, valueOf: (variable: string) => string | undefined): string {
  return text.replaceAll(VARIABLE, (whole, name: string) => valueOf(name.trim()) ?? whole);
}

/** How many words stand around the variables. */
export function wordsAround(text: string): number {
  return text.replaceAll(VARIABLE, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
