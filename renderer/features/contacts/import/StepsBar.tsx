import { useTranslation } from 'react-i18next';
import { Check } from 'lucide-react';
import { Hidden } from '../../../ui/Hidden.tsx';
import styles from './StepsBar.module.css';

const STEPS = ['file', 'columns', 'check', 'import'] as const;
export type StepName = (typeof STEPS)[number];

/** Where in the four steps one is. */
export function StepsBar({ step }: { readonly step: StepName }) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(step);
  return (
    <ol aria-label={t('imports.steps.label')} className={styles['steps']}>
      {STEPS.map((name, index) => (
        <li
          key={name}
          aria-current={index === at ? 'step' : undefined}
          data-state={index < at ? 'past' : index === at ? 'now' : 'later'}
          className={styles['step']}
        >
          <span aria-hidden="true" className={styles['mark']}>
            {index < at ? <Check size={13} strokeWidth={2.4} /> : index + 1}
          </span>
          {t(`imports.steps.${name}`)}
          {index < at && <Hidden>{t('imports.steps.past')}</Hidden>}
        </li>
      ))}
    </ol>
  );
}
