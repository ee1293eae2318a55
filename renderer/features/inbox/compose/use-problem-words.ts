import { useTranslation } from 'react-i18next';
import type { Problems } from './problems.ts';

/** What is wrong with the field at this path, in words; undefined where nothing is. */
export function useProblemWords(problems: Problems): (path: string) => string | undefined {
  const { t } = useTranslation();
  return (path) => {
    const problem = problems.get(path);
    return problem === undefined ? undefined : t(`compose.problem.${problem}`);
  };
}
