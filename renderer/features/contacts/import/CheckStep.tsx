import { useTranslation } from 'react-i18next';
import { backToColumns, begin, useImportDraft } from '../../../stores/import-draft.ts';
import { useRehearsedRows } from '../../../stores/rehearsed-rows.ts';
import { Button } from '../../../ui/Button.tsx';
import { LastAttempt } from './LastAttempt.tsx';
import { Notice } from './Notice.tsx';
import { OutcomeCounts } from './OutcomeCounts.tsx';
import { RehearsedList } from './RehearsedList.tsx';
import { countOf } from './row-count.ts';
import { RowFilters } from './RowFilters.tsx';
import { Step } from './Step.tsx';
import styles from './CheckStep.module.css';

/** The dry run: what would happen to each row. Nothing is written yet. */
export function CheckStep() {
  const { t } = useTranslation();
  const { rehearsal, uploadId, problem } = useImportDraft();
  const filter = useRehearsedRows((state) => state.filter);
  if (rehearsal === undefined || uploadId === undefined) return null;
  const { counts } = rehearsal;
  const changes = counts.created + counts.updated;
  return (
    <Step
      step="check"
      isFixed
      foot={
        <>
          <span className={styles['promise']}>{t('imports.check.undo')}</span>
          <Button kind="quiet" onClick={() => void backToColumns()}>
            {t('imports.back')}
          </Button>
          <Button
            kind="primary"
            aria-disabled={changes === 0}
            onClick={() => {
              if (changes > 0) void begin();
            }}
          >
            {t('imports.check.apply', { count: changes })}
          </Button>
        </>
      }
    >
      <div className={styles['top']}>
        {problem !== undefined && (
          <Notice tone="bad" title={t('imports.check.problem')}>
            {problem}
          </Notice>
        )}
        <LastAttempt />
        <OutcomeCounts counts={counts} dataRows={rehearsal.file.dataRows} isPlan />
      </div>
      <section aria-label={t('imports.check.rows')} className={styles['rows']}>
        <RowFilters rehearsal={rehearsal} />
        <RehearsedList
          key={filter}
          uploadId={uploadId}
          count={countOf(rehearsal, filter)}
          filter={filter}
        />
      </section>
    </Step>
  );
}
