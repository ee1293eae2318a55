import { useTranslation } from 'react-i18next';
import type { TemplateProblem } from '#shared/templates/problem.ts';
import { useProblemWords } from './problems-at.ts';
import styles from './edit.module.css';

/** Everything that Meta would not take, in one place, beside what the fields say themselves. */
export function ProblemList({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (problems.length === 0) return <p className={styles['fine']}>{t('templates.editor.fine')}</p>;
  return (
    <section aria-labelledby="template-problems">
      <h3 id="template-problems" className={styles['heading']}>
        {t('templates.editor.problems', { count: problems.length })}
      </h3>
      <ul className={styles['problems']}>
        {problems.map((problem) => (
          <li key={`${problem.place} ${problem.code}`} data-hint={problem.isHint}>
            <strong>{t(`templates.places.${placeOf(problem.place)}`)}</strong> {words(problem)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const PLACES = [
  'name',
  'language',
  'header',
  'body',
  'footer',
  'buttons',
  'cards',
  'offer',
  'ttl',
] as const;

function placeOf(place: string): (typeof PLACES)[number] {
  return PLACES.find((one) => place.split('.')[0] === one) ?? 'body';
}
