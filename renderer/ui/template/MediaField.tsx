import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Upload } from 'lucide-react';
import type { HeaderMedia } from '#shared/models/template-parts.ts';
import type { SlotValue } from '#shared/templates/values.ts';
import { keepFile } from '../../stores/file-transfer.ts';
import { TextField } from '../TextField.tsx';
import styles from './template.module.css';

interface MediaFieldProps {
  readonly media: HeaderMedia;
  readonly value: SlotValue | undefined;
  readonly name: string;
  readonly problem: string | undefined;
  readonly onChange: (value: SlotValue) => void;
}

/** Source: meta-platform §5.5. */
const ACCEPT = {
  image: 'image/jpeg,image/png',
  video: 'video/mp4,video/3gpp',
  gif: 'video/mp4',
  document: '*/*',
} as const;

/** A file of the owner's, or an address where WhatsApp fetches it. */
export function MediaField({ media, value, name, problem, onChange }: MediaFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [failure, setFailure] = useState<string>();

  async function take(file: File | undefined) {
    if (file === undefined) return;
    setFailure(undefined);
    const kept = await keepFile(file, () => undefined);
    if (kept.ok) onChange({ kind: 'file', mediaId: kept.data, filename: file.name });
    else setFailure(kept.error.message);
  }

  return (
    <div className={styles['media']}>
      <TextField
        label={name}
        dir="ltr"
        hint={t('templates.slots.linkHint')}
        placeholder="https://"
        value={value?.kind === 'link' ? value.url : ''}
        problem={failure ?? problem}
        onChange={(url) => onChange({ kind: 'link', url: url.trim() })}
      />
      <label htmlFor={id} className={styles['file']}>
        {value?.kind === 'file' ? (
          <Check aria-hidden="true" size={17} strokeWidth={2} />
        ) : (
          <Upload aria-hidden="true" size={17} strokeWidth={1.75} />
        )}
        {value?.kind === 'file'
          ? t('templates.slots.chosen', { name: value.filename ?? '' })
          : t('templates.slots.choose')}
      </label>
      <input
        id={id}
        type="file"
        accept={ACCEPT[media]}
        className={styles['fileInput']}
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </div>
  );
}
