import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { clockText } from '../../../ui/time-text.ts';
import styles from './SystemNote.module.css';

interface SystemNoteProps {
  readonly message: Message;
  readonly isTabStop: boolean;
}

/** What nobody wrote: a new number, a call, a changed code. */
export function SystemNote({ message, isTabStop }: SystemNoteProps) {
  const { t, i18n } = useTranslation();
  if (message.content.kind !== 'system') return null;
  const { event, body } = message.content;
  return (
    <article
      data-message={message.id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- every message can be reached by keyboard
      tabIndex={isTabStop ? 0 : -1}
      className={styles['note']}
    >
      <span dir="auto">{body === '' ? t(`content.system.${event}`) : body}</span>
      <time className={styles['time']}>{clockText(message.timestamp, i18n.language)}</time>
    </article>
  );
}
