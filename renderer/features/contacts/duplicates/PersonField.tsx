import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import type { Contact } from '#shared/models/contact.ts';
import { AddresseeBox } from '../new-chat/AddresseeBox.tsx';
import { usePeopleFound } from '../new-chat/use-people-found.ts';
import styles from '../new-chat/NewChatDialog.module.css';

interface PersonFieldProps {
  /** Who is not to be chosen. */
  readonly except: ContactId;
  readonly onChoose: (person: Contact) => void;
}

/** A person chosen by any part of a name, a number or a username. */
export function PersonField({ except, onChoose }: PersonFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const people = usePeopleFound(typed).filter(({ id }) => id !== except);
  return (
    <div className={styles['choice']}>
      <AddresseeBox
        label={t('merges.withField')}
        typed={typed}
        onType={setTyped}
        options={people.map((contact) => ({ kind: 'person', contact }))}
        nobody={t('merges.nobody')}
        onChoose={(option) => {
          if (option.kind === 'person') onChoose(option.contact);
        }}
      />
    </div>
  );
}
