import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { followImports, useImports } from '../../../stores/imports.ts';
import { openDraft, useImportDraft } from '../../../stores/import-draft.ts';
import { useRoute } from '../../../stores/route.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { ImportPage } from './ImportPage.tsx';
import { WorkingStep } from './WorkingStep.tsx';
import styles from './ImportScreen.module.css';

/** A list of contacts comes in, step by step; and what became of the lists before. */
export function ImportScreen() {
  const { t } = useTranslation();
  const path = useRoute((state) => state.path);
  const id = Number(/^import\/([1-9]\d{0,14})$/.exec(path)?.[1] ?? 0);
  useEffect(() => followImports(), []);
  useEffect(() => {
    if (id === 0) void openDraft();
  }, [id]);
  return (
    <div className={styles['screen']}>
      <h2 className={styles['name']}>{t('contacts.tabs.import')}</h2>
      {id === 0 ? <DraftSteps /> : <OneImport id={id} />}
      <ExportDialog />
    </div>
  );
}

function DraftSteps() {
  const stage = useImportDraft((state) => state.stage);
  switch (stage) {
    case 'opening':
      return null;
    case 'start':
      return <FileStep />;
    case 'columns':
      return <ColumnsStep />;
    case 'check':
      return <CheckStep />;
    case 'sending':
    case 'reading':
    case 'checking':
      return <WorkingStep stage={stage} />;
    default:
      return stage satisfies never;
  }
}

function OneImport({ id }: { readonly id: number }) {
  const { t } = useTranslation();
  const all = useImports((state) => state.all);
  const found = all?.find((each) => each.id === id);
  if (all === undefined) return null;
  if (found === undefined) return <p className={styles['nothing']}>{t('imports.page.gone')}</p>;
  return <ImportPage key={id} import={found} />;
}
