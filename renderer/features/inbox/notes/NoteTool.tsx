import { useTranslation } from 'react-i18next';
import { NotebookPen } from 'lucide-react';
import type { Chat } from '#shared/models/chat.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { chooseComposer, useNoteDrafts } from '../../../stores/note-drafts.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './NoteTool.module.css';

/** Turns the field into one for notes; a dot says that one is begun. */
export function NoteTool({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const draft = useNoteDrafts((state) => state.texts.get(chat.id) ?? chat.noteDraft);
  const isBegun = draft.trim() !== '';
  return (
    <span className={styles['tool']} data-begun={isBegun}>
      <IconButton
        icon={NotebookPen}
        label={isBegun ? `${t('notes.mode')} · ${t('notes.waiting')}` : t('notes.mode')}
        keys={commandKeysText('note', window.frontdesk.shell.platform)}
        side="top"
        onClick={() => chooseComposer(chat.id, 'note')}
      />
    </span>
  );
}
