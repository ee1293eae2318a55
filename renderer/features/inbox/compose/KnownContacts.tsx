import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatContact } from '#shared/models/chat.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFoundChats } from '../use-found-chats.ts';
import styles from './compose.module.css';

const SHOWN = 5;

interface KnownContactsProps {
  readonly onChoose: (contact: ChatContact) => void;
}

/** People who have a chat here, found as in the list of chats. */
export function KnownContacts({ onChoose }: KnownContactsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useFoundChats(typed, SHOWN);
  const isAsked = typed.trim() !== '';
  return (
    <div className={styles['known']}>
      <TextField label={t('compose.fields.known')} value={typed} onChange={setTyped} />
      {isAsked && found.length > 0 && (
        <ul className={styles['places']} aria-label={t('compose.fields.known')}>
          {found.map(({ id, contact }) => (
            <li key={id} className={styles['place']}>
              <button
                type="button"
                className={styles['pick']}
                onClick={() => {
                  onChoose(contact);
                  setTyped('');
                }}
              >
                <Avatar contact={contact} size="row" />
                <span dir="auto" className={styles['pickName']}>
                  {contact.name}
                </span>
                <bdi className={styles['pickDetail']}>{contact.phone}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isAsked && found.length === 0 && (
        <output className={styles['lead']}>{t('compose.nobody')}</output>
      )}
    </div>
  );
}
