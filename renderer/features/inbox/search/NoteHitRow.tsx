import { useTranslation } from 'react-i18next';
import { LockKeyhole } from 'lucide-react';
import type { NoteHit } from '#shared/models/note.ts';
import { showNote } from '../../../stores/notes.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import { rowTimeText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { Highlighted } from './Highlighted.tsx';
import styles from './HitRow.module.css';

/** A note of the owner's that was found. */
export function NoteHitRow({
  hit: { note, contactName, after, snippet },
}: {
  readonly hit: NoteHit;
}) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return (
    <button
      type="button"
      data-search-stop
      className={styles['row']}
      onClick={() => void showNote(note, after)}
    >
      <span className={styles['line']}>
        <span dir="auto" className={styles['name']}>
          {contactName}
        </span>
        <time className={styles['time']}>{rowTimeText(note.at, now, i18n.language)}</time>
      </span>
      <span dir="auto" className={styles['text']}>
        <LockKeyhole aria-hidden="true" size={14} strokeWidth={1.75} className={styles['icon']} />
        <Hidden>{t('notes.only')}: </Hidden>
        <Highlighted snippet={snippet} />
      </span>
    </button>
  );
}
