import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Upload } from 'lucide-react';
import type { TemplateDraftId } from '#shared/ids.ts';
import type { TemplateHeader } from '#shared/models/template-parts.ts';
import { giveSample } from '../../../stores/template-drafts.ts';
import styles from './edit.module.css';

interface SampleFieldProps {
  readonly header: Extract<TemplateHeader, { kind: 'media' }>;
  readonly draftId: TemplateDraftId;
  readonly problem: string | undefined;
  readonly onChange: (handle: string) => void;
}

const ACCEPT = {
  image: 'image/jpeg,image/png',
  video: 'video/mp4',
  gif: 'video/mp4',
  document: 'application/pdf',
} as const;

/** A file for Meta’s review. What customers get is chosen each time that the template is sent. */
export function SampleField({ header, draftId, problem, onChange }: SampleFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [share, setShare] = useState<number>();
  const [failure, setFailure] = useState<string>();

  async function give(file: File | undefined) {
    if (file === undefined) return;
    setFailure(undefined);
    setShare(0);
    const result = await giveSample(draftId, file, setShare);
    setShare(undefined);
    if (result.ok) onChange(result.data);
    else setFailure(result.error.message);
  }

  return (
    <div className={styles['choice']}>
      <label htmlFor={id} className={styles['file']}>
        {header.handle === null ? (
          <Upload aria-hidden="true" size={17} strokeWidth={1.75} />
        ) : (
          <Check aria-hidden="true" size={17} strokeWidth={2} />
        )}
        {t(header.handle === null ? 'templates.editor.sample' : 'templates.editor.otherSample')}
      </label>
      <input
        id={id}
        type="file"
        accept={ACCEPT[header.media]}
        className={styles['fileInput']}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void give(event.target.files?.[0])}
      />
      <p id={`${id}-hint`} className={styles['hint']}>
        {t('templates.editor.sampleHint')}
      </p>
      <output className={styles['hint']}>
        {share !== undefined &&
          t('templates.editor.uploading', { percent: Math.round(share * 100) })}
      </output>
      <p role="alert" className={styles['problem']}>
        {failure ?? problem}
      </p>
    </div>
  );
}
