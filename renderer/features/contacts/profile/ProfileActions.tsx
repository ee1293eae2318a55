import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ban, MessageCircle, Trash2, X } from 'lucide-react';
import type { Person } from '#shared/models/person.ts';
import { askToBlock } from '../../../stores/blocking.ts';
import { goToChat, goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { classes } from '../../../ui/classes.ts';
import { DeletePersonDialog } from './DeletePersonDialog.tsx';
import styles from './ContactProfile.module.css';

export function ProfileActions({ person: { contact, chats } }: { readonly person: Person }) {
  const { t } = useTranslation();
  const [isDeleting, setDeleting] = useState(false);
  const [latest] = chats;
  return (
    <div className={styles['actions']}>
      {latest !== undefined && (
        <Button kind="primary" className={styles['action']} onClick={() => goToChat(latest.id)}>
          <MessageCircle aria-hidden="true" size={17} strokeWidth={1.75} />
          {t('person.openChat')}
        </Button>
      )}
      <Button kind="quiet" className={styles['action']} onClick={() => askToBlock([contact.id])}>
        <Ban aria-hidden="true" size={17} strokeWidth={1.75} />
        {t('person.block')}
      </Button>
      <Button
        kind="quiet"
        className={classes(styles['action'], styles['danger'])}
        onClick={() => setDeleting(true)}
      >
        <Trash2 aria-hidden="true" size={17} strokeWidth={1.75} />
        {t('person.delete')}
      </Button>
      <span className={styles['space']} />
      <IconButton icon={X} label={t('person.close')} onClick={() => goToScreen('contacts')} />
      <DeletePersonDialog
        contact={contact}
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
      />
    </div>
  );
}
