import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { backToColumns, discard, useImportDraft } from '../../../stores/import-draft.ts';
import { Card } from './Card.tsx';
import { Progress } from './Progress.tsx';
import { Step } from './Step.tsx';

/** The core is at work on the file, and the owner can go back. */
export function WorkingStep({ stage }: { readonly stage: 'sending' | 'reading' | 'checking' }) {
  const { t } = useTranslation();
  const fileName = useImportDraft((state) => state.fileName);
  const sent = useImportDraft((state) => state.sent);
  const rows = useImportDraft((state) => state.file?.dataRows ?? 0);
  const isChecking = stage === 'checking';
  const words = t(`imports.working.${stage}`, { name: fileName, count: rows });
  return (
    <Step
      step={isChecking ? 'check' : 'file'}
      foot={
        <Button kind="quiet" onClick={() => void (isChecking ? backToColumns() : discard())}>
          {t(isChecking ? 'imports.back' : 'imports.cancel')}
        </Button>
      }
    >
      <Card title={words}>
        <Progress label={words} share={stage === 'sending' ? sent : undefined} />
      </Card>
    </Step>
  );
}
