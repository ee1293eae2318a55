import { useTranslation } from 'react-i18next';
import { useImportDraft } from '../../../stores/import-draft.ts';
import { useImports } from '../../../stores/imports.ts';
import { Notice } from './Notice.tsx';

/** Says what became of an import of this file that did not come to its end. */
export function LastAttempt() {
  const { t } = useTranslation();
  const importId = useImportDraft((state) => state.importId);
  const last = useImports((state) => state.all?.find(({ id }) => id === importId));
  if (last === undefined || last.state === 'done' || last.state === 'undone') return null;
  return (
    <Notice tone="warning" title={t(`imports.last.${last.state}.title`)}>
      {t(`imports.last.${last.state}.text`)}
    </Notice>
  );
}
