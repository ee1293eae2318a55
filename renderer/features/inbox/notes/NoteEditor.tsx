import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NOTE_LENGTH } from '#shared/limits.ts';
import type { Note } from '#shared/models/note.ts';
import { isKeyFor } from '../../../app/commands/key-combo.ts';
import { editNote } from '../../../stores/notes.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './NoteCard.module.css';

interface NoteEditorProps {
  readonly note: Note;
  readonly onDone: () => void;
}

export function NoteEditor({ note, onDone }: NoteEditorProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(note.text);
  const [failure, setFailure] = useState<string>();

  useEffect(() => field.current?.focus(), []);

  async function save() {
    const wanted = text.trim();
    if (wanted === '') return;
    const reason = wanted === note.text ? undefined : await editNote(note, wanted);
    setFailure(reason);
    if (reason === undefined) onDone();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { platform } = window.frontdesk.shell;
    if (event.key === 'Escape') onDone();
    else if (isKeyFor('send', event, platform)) void save();
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['editor']}>
      <textarea
        ref={field}
        dir="auto"
        rows={2}
        maxLength={MAX_NOTE_LENGTH}
        aria-label={t('notes.editField')}
        className={styles['field']}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {failure !== undefined && (
        <p role="alert" className={styles['failure']}>
          {t('message.couldNot', { reason: failure })}
        </p>
      )}
      <p className={styles['buttons']}>
        <Button kind="text" onClick={() => void save()}>
          {t('notes.saveEdit')}
        </Button>
        <Button kind="text" onClick={onDone}>
          {t('notes.cancel')}
        </Button>
      </p>
    </div>
  );
}
