import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LockKeyhole, Pencil, Trash2 } from 'lucide-react';
import type { Note } from '#shared/models/note.ts';
import { deleteNote, useNotes } from '../../../stores/notes.ts';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { clockText } from '../../../ui/time-text.ts';
import { focusBeside } from './note-keys.ts';
import { NoteEditor } from './NoteEditor.tsx';
import styles from './NoteCard.module.css';

/** A note in the thread. Arrow keys walk on from it to the messages around. */
export function NoteCard({ note }: { readonly note: Note }) {
  const { t, i18n } = useTranslation();
  const card = useRef<HTMLElement>(null);
  const [isEditing, setEditing] = useState(false);
  const isFlashing = useNotes((state) => state.flashing === note.id);
  const time = clockText(note.at, i18n.language);

  useEffect(() => {
    if (!isFlashing) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.focus({ preventScroll: true });
  }, [isFlashing]);

  function stopEditing() {
    setEditing(false);
    requestAnimationFrame(() => card.current?.focus());
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      if (!focusBeside(event.currentTarget, event.key === 'ArrowUp' ? -1 : 1)) return;
    } else if (event.key === 'Enter') setEditing(true);
    else if (event.key === 'Delete') void deleteNote(note);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- every note can be reached and changed by keyboard
    <section
      ref={card}
      data-note={note.id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={-1}
      aria-label={t('notes.note', { time, text: note.text })}
      className={classes(styles['card'], isFlashing && styles['flashing'])}
      onKeyDown={onKeyDown}
      onAnimationEnd={() => useNotes.setState({ flashing: undefined })}
    >
      <header className={styles['head']}>
        <LockKeyhole aria-hidden="true" size={13} strokeWidth={1.75} />
        <span className={styles['only']}>{t('notes.only')}</span>
        {note.editedAt !== null && <span>{t('notes.edited')}</span>}
        <time>{time}</time>
        <span role="toolbar" aria-label={t('notes.actions')} className={styles['actions']}>
          <IconButton
            icon={Pencil}
            label={t('notes.edit')}
            keys="Enter"
            side="top"
            className={styles['action']}
            onClick={() => setEditing(true)}
          />
          <IconButton
            icon={Trash2}
            label={t('notes.delete')}
            keys="Del"
            side="top"
            className={styles['action']}
            onClick={() => void deleteNote(note)}
          />
        </span>
      </header>
      {isEditing ? (
        <NoteEditor note={note} onDone={stopEditing} />
      ) : (
        <p dir="auto" className={styles['text']}>
          {note.text}
        </p>
      )}
    </section>
  );
}
