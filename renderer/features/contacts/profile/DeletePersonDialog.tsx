import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/models/contact.ts';
import { deletePerson } from '../../../stores/person-changes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import styles from './DeletePersonDialog.module.css';

interface DeletePersonDialogProps {
  readonly contact: Contact;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Says exactly what goes and what stays, before anything does. */
export function DeletePersonDialog({ contact, isOpen, onClose }: DeletePersonDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('person.erase.title', { name: contact.name })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <Choice contact={contact} onClose={onClose} />
    </Dialog>
  );
}

function Choice({ contact, onClose }: Omit<DeletePersonDialogProps, 'isOpen'>) {
  const { t } = useTranslation();
  const group = useId();
  const [withMessages, setWithMessages] = useState(false);
  const [isAtWork, setAtWork] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function erase() {
    if (isAtWork) return;
    setAtWork(true);
    setProblem(await deletePerson(contact, withMessages));
    setAtWork(false);
  }

  return (
    <div className={styles['erase']}>
      <p>{t('person.erase.goes')}</p>
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>{t('person.erase.messages')}</legend>
        {[false, true].map((withThem) => (
          <label key={String(withThem)} className={styles['choice']}>
            <input
              type="radio"
              name={group}
              checked={withMessages === withThem}
              onChange={() => setWithMessages(withThem)}
            />
            <span>{t(withThem ? 'person.erase.withMessages' : 'person.erase.keepMessages')}</span>
          </label>
        ))}
      </fieldset>
      <p>{t('person.erase.stays')}</p>
      <p className={styles['final']}>{t('person.erase.final')}</p>
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {t('message.couldNot', { reason: problem })}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button kind="quiet" onClick={onClose}>
          {t('person.erase.keep')}
        </Button>
        <Button
          kind="primary"
          aria-disabled={isAtWork}
          className={styles['danger']}
          onClick={() => void erase()}
        >
          {t(withMessages ? 'person.erase.doWith' : 'person.erase.do')}
        </Button>
      </div>
    </div>
  );
}
