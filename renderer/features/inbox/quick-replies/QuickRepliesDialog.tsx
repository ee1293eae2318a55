import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pencil, Trash2 } from 'lucide-react';
import type { QuickReply } from '#shared/models/quick-reply.ts';
import {
  manageQuickReplies,
  removeQuickReply,
  restoreQuickReply,
  useQuickReplies,
} from '../../../stores/quick-replies.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { QuickReplyForm } from './QuickReplyForm.tsx';
import styles from './QuickRepliesDialog.module.css';

/** Where quick replies are written, changed and thrown away. */
export function QuickRepliesDialog() {
  const { t } = useTranslation();
  const isManaging = useQuickReplies((state) => state.isManaging);
  return (
    <Dialog
      title={t('quickReplies.title')}
      size="large"
      isOpen={isManaging}
      onClose={() => manageQuickReplies(false)}
    >
      <Collection />
    </Dialog>
  );
}

function Collection() {
  const { t } = useTranslation();
  const all = useQuickReplies((state) => state.all);
  const deleted = useQuickReplies((state) => state.deleted);
  const [edited, setEdited] = useState<QuickReply>();
  return (
    <>
      <p className={styles['lead']}>{t('quickReplies.lead')}</p>
      {all !== undefined && all.length > 0 && (
        <ul className={styles['list']}>
          {all.map((reply) => (
            <li key={reply.id} className={styles['row']}>
              <span className={styles['shortcut']}>/{reply.shortcut}</span>
              <span dir="auto" className={styles['text']}>
                {reply.text}
              </span>
              <IconButton
                icon={Pencil}
                label={t('quickReplies.edit', { name: reply.shortcut })}
                onClick={() => setEdited(reply)}
              />
              <IconButton
                icon={Trash2}
                label={t('quickReplies.delete', { name: reply.shortcut })}
                onClick={() => void removeQuickReply(reply)}
              />
            </li>
          ))}
        </ul>
      )}
      {deleted !== undefined && (
        <output className={styles['deleted']}>
          {t('quickReplies.deleted', { name: deleted.shortcut })}{' '}
          <Button kind="text" onClick={() => void restoreQuickReply(deleted)}>
            {t('message.undo')}
          </Button>
        </output>
      )}
      <QuickReplyForm key={edited?.id} reply={edited} onDone={() => setEdited(undefined)} />
    </>
  );
}
