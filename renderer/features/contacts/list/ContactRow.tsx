import { memo } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageCircle } from 'lucide-react';
import type { ContactColumn } from '#shared/contact-columns.ts';
import type { ContactId } from '#shared/ids.ts';
import type { Contact } from '#shared/models/contact.ts';
import { writeTo } from '../../../stores/open-chat.ts';
import { goToScreen } from '../../../stores/route.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { contactName } from '../../../ui/contact-text.ts';
import { ContactCell } from './ContactCell.tsx';
import { ContactMarks } from './ContactMarks.tsx';
import columnStyles from './columns.module.css';
import styles from './ContactRow.module.css';

interface ContactRowProps {
  readonly contact: Contact;
  readonly columns: readonly ContactColumn[];
  /** In the whole list, from 0. */
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  readonly onClick: (contactId: ContactId, event: MouseEvent) => void;
}

export const ContactRow = memo(function ContactRow(props: ContactRowProps) {
  const { contact, columns, index, top, height, isOpen, isChosen, isTabStop, onClick } = props;
  const { t } = useTranslation();
  const name = contactName(contact);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the list's
    <tr
      data-contact={contact.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-current={isOpen ? 'true' : undefined}
      className={styles['row']}
      style={{ blockSize: height, transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(contact.id, event)}
      onDoubleClick={() => goToScreen('contacts', String(contact.id))}
    >
      <td className={columnStyles['box']}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('contacts.choose', { name })}
          checked={isChosen}
          readOnly
        />
      </td>
      <td data-column="name" className={columnStyles['cell']}>
        <span className={styles['person']}>
          <Avatar contact={contact} size="small" />
          <span dir="auto" className={styles['name']} title={name}>
            {name}
          </span>
          <ContactMarks contact={contact} />
        </span>
      </td>
      {columns.map((column) => (
        <td key={column} data-column={column} className={columnStyles['cell']}>
          <ContactCell contact={contact} column={column} />
        </td>
      ))}
      <td className={columnStyles['action']}>
        <button
          type="button"
          tabIndex={-1}
          title={t('contacts.openChat', { name })}
          aria-label={t('contacts.openChat', { name })}
          className={styles['chat']}
          onClick={(event) => {
            event.stopPropagation();
            void writeTo({ contactId: contact.id });
          }}
        >
          <MessageCircle aria-hidden="true" size={18} strokeWidth={1.75} />
        </button>
      </td>
    </tr>
  );
});
