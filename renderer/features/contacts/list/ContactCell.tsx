import { useTranslation } from 'react-i18next';
import type { ContactColumn } from '#shared/contact-columns.ts';
import type { Contact } from '#shared/models/contact.ts';
import { unreachable } from '#shared/unreachable.ts';
import { LabelDot } from '../../../ui/LabelDot.tsx';
import { phoneText } from '../../../ui/contact-text.ts';
import { rowTimeText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './ContactCell.module.css';

interface ContactCellProps {
  readonly contact: Contact;
  readonly column: ContactColumn;
}

/** One thing about a person. Nothing where it is not known. */
export function ContactCell({ contact, column }: ContactCellProps) {
  switch (column) {
    case 'phone':
      return contact.phone !== null && <Words text={phoneText(contact.phone)} isNumber />;
    case 'username':
      return contact.username !== null && <Words text={`@${contact.username}`} />;
    case 'email':
      return contact.email !== null && <Words text={contact.email} />;
    case 'language':
      return contact.language !== null && <Language code={contact.language} />;
    case 'labels':
      return <Labels contact={contact} />;
    case 'latest_message':
      return contact.latestMessageAt !== null && <Moment at={contact.latestMessageAt} />;
    case 'created':
      return <Moment at={contact.createdAt} />;
    default:
      return unreachable(column);
  }
}

function Words({ text, isNumber = false }: { readonly text: string; readonly isNumber?: boolean }) {
  return (
    <span dir={isNumber ? 'ltr' : 'auto'} title={text} className={styles['words']}>
      {text}
    </span>
  );
}

function Language({ code }: { readonly code: string }) {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return <Words text={names.of(code) ?? code} />;
}

function Moment({ at }: { readonly at: number }) {
  const { i18n } = useTranslation();
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} className={styles['words']}>
      {rowTimeText(at, now, i18n.language)}
    </time>
  );
}

const SHOWN = 2;

function Labels({ contact: { labels } }: { readonly contact: Contact }) {
  return (
    <span className={styles['labels']} title={labels.map(({ name }) => name).join(', ')}>
      {labels.slice(0, SHOWN).map(({ id, name, color }) => (
        <span key={id} className={styles['label']}>
          <LabelDot color={color} />
          <bdi className={styles['labelName']}>{name}</bdi>
        </span>
      ))}
      {labels.length > SHOWN && <span className={styles['more']}>+{labels.length - SHOWN}</span>}
    </span>
  );
}
