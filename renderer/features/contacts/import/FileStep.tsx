import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { askForExport } from '../../../stores/exporting.ts';
import { useImportDraft } from '../../../stores/import-draft.ts';
import { Card } from './Card.tsx';
import { DropZone } from './DropZone.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { Notice } from './Notice.tsx';
import { Step } from './Step.tsx';
import styles from './FileStep.module.css';

export function FileStep() {
  const { t } = useTranslation();
  const problem = useImportDraft((state) => state.problem);
  const fileName = useImportDraft((state) => state.fileName);
  return (
    <Step step="file">
      {problem !== undefined && (
        <Notice tone="bad" title={t('imports.file.refused', { name: fileName })}>
          {problem}
        </Notice>
      )}
      <DropZone />
      <EarlierImports />
      <Card title={t('exports.card.title')} lead={t('exports.card.lead')}>
        <div className={styles['actions']}>
          <Button kind="quiet" onClick={() => askForExport()}>
            {t('exports.card.open')}
          </Button>
        </div>
      </Card>
    </Step>
  );
}
