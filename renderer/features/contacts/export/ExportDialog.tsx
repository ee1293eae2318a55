import { useTranslation } from 'react-i18next';
import { closeExport, useExporting } from '../../../stores/exporting.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ExportForm } from './ExportForm.tsx';

/** Asks what a spreadsheet of contacts is to hold, and saves it. */
export function ExportDialog() {
  const { t } = useTranslation();
  const { isAsking, contactIds } = useExporting();
  return (
    <Dialog title={t('exports.title')} isOpen={isAsking} onClose={closeExport} size="large">
      {isAsking && <ExportForm contactIds={contactIds} />}
    </Dialog>
  );
}
