import { useTranslation } from 'react-i18next';
import { stopRun, useBlockRun } from '../../../stores/block-run.ts';
import { ProgressOf } from './ProgressOf.tsx';

export function BlockProgress() {
  const { t } = useTranslation();
  const { outcomes, total, isStopping } = useBlockRun();
  const of = { done: outcomes.length, total };
  return (
    <ProgressOf {...of} isStopping={isStopping} onStop={stopRun}>
      {t('blocks.ask.working', of)}
    </ProgressOf>
  );
}
