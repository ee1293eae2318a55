import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import type { Contact } from '#shared/models/contact.ts';
import { NewChatOption } from '../new-chat/NewChatOption.tsx';
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
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const people = usePeopleFound(typed).filter(({ id }) => id !== except);
  const active = Math.min(at, people.length - 1);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = people[active];
    if (step !== undefined && people.length > 0) {
      setAt((active + step + people.length) % people.length);
    } else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['choice']}>
      <input
        role="combobox"
        dir="auto"
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        aria-label={t('merges.withField')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
        placeholder={t('merges.withField')}
        className={styles['field']}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is led by the field above
        role="listbox"
        id={listId}
        aria-label={t('contacts.newChat.people')}
        className={styles['list']}
      >
        {people.map((contact, index) => (
          <NewChatOption
            key={contact.id}
            id={`${listId}-${index}`}
            option={{ kind: 'person', contact }}
            isActive={index === active}
            onPoint={() => setAt(index)}
            onChoose={() => onChoose(contact)}
          />
        ))}
      </div>
      {people.length === 0 && <p className={styles['none']}>{t('merges.nobody')}</p>}
    </div>
  );
}
