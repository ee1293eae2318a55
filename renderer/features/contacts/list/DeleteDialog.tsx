import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import { askToDelete, deletePeople, useContactDeletion } from '../../../stores/contact-deletion.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './DeleteDialog.module.css';

/** More than that are not deleted by one click: their number has to be typed. */
const TYPED_FROM = 20;

/** Says what goes with the people, and asks for their messages. */
export function DeleteDialog() {
  const { t } = useTranslation();
  const asking = useContactDeletion((state) => state.asking);
  return (
    <Dialog
      title={t('contacts.deleteDialog.title', { count: asking.length })}
      isOpen={asking.length > 0}
      onClose={() => askToDelete([])}
    >
      <Question contactIds={asking} />
    </Dialog>
  );
}

function Question({ contactIds }: { readonly contactIds: readonly ContactId[] }) {
  const { t } = useTranslation();
  const [withMessages, setWithMessages] = useState(false);
  const [typed, setTyped] = useState('');
  const count = contactIds.length;
  const isSure = count < TYPED_FROM || typed.replaceAll(/\D/g, '') === String(count);
  return (
    <div className={styles['question']}>
      <p>{t('contacts.deleteDialog.effect')}</p>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={withMessages}
          onChange={(event) => setWithMessages(event.target.checked)}
        />
        <span>
          {t('contacts.deleteDialog.messages')}
          <span className={styles['hint']}>{t('contacts.deleteDialog.messagesHint')}</span>
        </span>
      </label>
      {count >= TYPED_FROM && (
        <TextField
          label={t('contacts.deleteDialog.type', { count })}
          value={typed}
          onChange={setTyped}
        />
      )}
      <div className={styles['actions']}>
        <Button kind="quiet" onClick={() => askToDelete([])}>
          {t('contacts.deleteDialog.cancel')}
        </Button>
        <Button
          kind="primary"
          className={styles['danger']}
          disabled={!isSure}
          onClick={() => void deletePeople(contactIds, withMessages)}
        >
          {t('contacts.deleteDialog.confirm', { count })}
        </Button>
      </div>
    </div>
  );
}
