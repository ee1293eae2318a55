import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { check, discard, useImportDraft } from '../../../stores/import-draft.ts';
import { ColumnsCard } from './ColumnsCard.tsx';
import { CountryCard } from './CountryCard.tsx';
import { FoundCard } from './FoundCard.tsx';
import { LastAttempt } from './LastAttempt.tsx';
import { Notice } from './Notice.tsx';
import { Step } from './Step.tsx';

/** What was found in the file, to be corrected, and what its columns mean. */
export function ColumnsStep() {
  const { t } = useTranslation();
  const file = useImportDraft((state) => state.file);
  const problem = useImportDraft((state) => state.problem);
  if (file === undefined) return null;
  const hasPhone = file.columns.some(({ target }) => target.to === 'phone');
  return (
    <Step
      step="columns"
      foot={
        <>
          {!hasPhone && <span>{t('imports.columns.noPhone')}</span>}
          <Button kind="quiet" onClick={() => void discard()}>
            {t('imports.otherFile')}
          </Button>
          <Button
            kind="primary"
            aria-disabled={!hasPhone}
            onClick={() => {
              if (hasPhone) void check();
            }}
          >
            {t('imports.columns.next', { count: file.dataRows })}
          </Button>
        </>
      }
    >
      {problem !== undefined && (
        <Notice tone="bad" title={t('imports.columns.problem')}>
          {problem}
        </Notice>
      )}
      <LastAttempt />
      <FoundCard file={file} />
      <CountryCard />
      <ColumnsCard file={file} />
    </Step>
  );
}
