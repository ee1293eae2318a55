import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FileSpreadsheet } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { takeFile } from '../../../stores/import-draft.ts';
import styles from './DropZone.module.css';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values';

/** Takes a file that is dropped or picked. */
export function DropZone() {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void takeFile(file);
  }

  return (
    <div
      className={styles['zone']}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <FileSpreadsheet
        aria-hidden="true"
        size={34}
        strokeWidth={1.4}
        className={styles['picture']}
      />
      <p className={styles['title']}>{t('imports.file.title')}</p>
      <p className={styles['lead']}>{t('imports.file.lead')}</p>
      <Button kind="primary" onClick={() => picker.current?.click()}>
        {t('imports.file.choose')}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('imports.file.choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) void takeFile(file);
        }}
      />
      <p className={styles['promise']}>{t('imports.file.promise')}</p>
    </div>
  );
}
