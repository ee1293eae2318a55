import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { MessageId } from '#shared/ids.ts';
import { useThread } from '../../../stores/thread.ts';
import { notesAfter } from './notes-after.ts';
import { NoteCard } from './NoteCard.tsx';
import styles from './NoteCard.module.css';

interface ThreadNotesProps {
  /** The message below which they stand; null: above the first one. */
  readonly after: MessageId | null;
}

/** Notes above this message, if it is the very first of its thread. */
export function NotesAtTheTop({ messageId }: { readonly messageId: MessageId }) {
  const isFirst = useThread(
    ({ messages, olderCursor }) => olderCursor === null && messages[0]?.id === messageId,
  );
  return isFirst ? <ThreadNotes after={null} /> : null;
}

/** The owner's notes between two messages. */
export function ThreadNotes({ after }: ThreadNotesProps) {
  const { t } = useTranslation();
  const notes = useThread(useShallow((state) => notesAfter(state.messages, state.notes, after)));
  if (notes.length === 0) return null;
  return (
    <ul aria-label={t('search.notes')} className={styles['notes']}>
      {notes.map((note) => (
        <li key={note.id}>
          <NoteCard note={note} />
        </li>
      ))}
    </ul>
  );
}
