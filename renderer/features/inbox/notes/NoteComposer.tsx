import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LockKeyhole, MessageSquareText } from 'lucide-react';
import { MAX_NOTE_LENGTH } from '#shared/limits.ts';
import type { Chat } from '#shared/models/chat.ts';
import { commandKeysText, isKeyFor } from '../../../app/commands/key-combo.ts';
import {
  chooseComposer,
  dropNoteDraft,
  saveNoteDrafts,
  useNoteDrafts,
  writeNoteDraft,
} from '../../../stores/note-drafts.ts';
import { writeNote } from '../../../stores/notes.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './NoteComposer.module.css';

/** A field of its own look and its own draft: what stands in it can't be sent to the customer. */
export function NoteComposer({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useNoteDrafts((state) => state.texts.get(chat.id) ?? chat.noteDraft);
  const [failure, setFailure] = useState<string>();
  const { platform } = window.frontdesk.shell;
  const canKeep = text.trim() !== '';

  useEffect(() => {
    field.current?.focus();
    return saveNoteDrafts;
  }, []);

  async function keep() {
    if (!canKeep) return;
    setFailure(undefined);
    const kept = text;
    dropNoteDraft(chat.id);
    const reason = await writeNote(chat.id, kept.trim());
    if (reason === undefined) return;
    writeNoteDraft(chat.id, kept);
    setFailure(reason);
  }

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter takes its suggestion. Some only say so by code 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (isKeyFor('send', event, platform)) void keep();
    else if (event.key === 'Escape') chooseComposer(chat.id, 'message');
    else return;
    event.preventDefault();
  }

  return (
    <form
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p className={styles['lead']}>
        <LockKeyhole aria-hidden="true" size={14} strokeWidth={1.75} />
        {t('notes.only')}
      </p>
      <textarea
        ref={field}
        dir="auto"
        rows={2}
        maxLength={MAX_NOTE_LENGTH}
        aria-label={t('notes.field')}
        placeholder={t('notes.field')}
        className={styles['field']}
        value={text}
        onChange={(event) => writeNoteDraft(chat.id, event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles['foot']}>
        <IconButton
          icon={MessageSquareText}
          label={t('notes.back')}
          keys={commandKeysText('note', platform)}
          side="top"
          onClick={() => chooseComposer(chat.id, 'message')}
        />
        <p role="alert" className={styles['failure']}>
          {failure !== undefined && t('notes.failed', { reason: failure })}
        </p>
        <p className={styles['hint']}>{t('notes.hint')}</p>
        <Button kind="quiet" type="submit" aria-disabled={!canKeep} className={styles['keep']}>
          {t('notes.save')}
        </Button>
      </div>
    </form>
  );
}
