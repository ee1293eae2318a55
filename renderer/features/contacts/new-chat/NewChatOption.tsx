import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { UserPlus } from 'lucide-react';
import type { Contact } from '#shared/models/contact.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { contactHandle, contactName } from '../../../ui/contact-text.ts';
import styles from './NewChatOption.module.css';

/** Somebody who is known, or a number that nobody has yet. */
export type Addressee =
  | { readonly kind: 'person'; readonly contact: Contact }
  | { readonly kind: 'number'; readonly phone: string; readonly written: string };

interface NewChatOptionProps {
  readonly id: string;
  readonly option: Addressee;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

export function NewChatOption({ id, option, isActive, onPoint, onChoose }: NewChatOptionProps) {
  useEffect(() => {
    if (isActive) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [isActive, id]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the focus stays in the field, which no select allows
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles['option']}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {option.kind === 'person' ? (
        <Person contact={option.contact} />
      ) : (
        <NewNumber written={option.written} />
      )}
    </div>
  );
}

function Person({ contact }: { readonly contact: Contact }) {
  return (
    <>
      <Avatar contact={contact} size="small" />
      <bdi className={styles['name']}>{contactName(contact)}</bdi>
      <bdi className={styles['handle']}>{contactHandle(contact)}</bdi>
    </>
  );
}

function NewNumber({ written }: { readonly written: string }) {
  const { t } = useTranslation();
  return (
    <>
      <UserPlus aria-hidden="true" size={20} strokeWidth={1.75} className={styles['icon']} />
      <span className={styles['name']}>{t('contacts.newChat.newNumber', { number: written })}</span>
      <span className={styles['handle']}>{t('contacts.newChat.newNumberHint')}</span>
    </>
  );
}
