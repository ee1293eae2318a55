import { useTranslation } from 'react-i18next';
import type { TemplateProblem } from '#shared/templates/problem.ts';

/** What is wrong in words, by its place; undefined where nothing is. */
export function useProblemsAt(
  problems: readonly TemplateProblem[],
): (place: string) => string | undefined {
  const words = useProblemWords();
  return (place) => {
    const here = problems.filter((problem) => problem.place === place && !problem.isHint);
    return here.length === 0 ? undefined : here.map(words).join(' ');
  };
}

const BRACES = { curly: '{{name}}', curlyOne: '{{1}}' };

export function useProblemWords(): (problem: TemplateProblem) => string {
  const { t } = useTranslation();
  // Braces in the words themselves would be taken for blanks.
  return ({ code, values }) => t(`templates.problems.${code}`, { ...values, ...BRACES });
}
