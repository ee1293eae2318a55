import { useTranslation } from 'react-i18next';
import type { Chat, MessagePreview } from '#shared/models/chat.ts';
import { plainText } from '#shared/whatsapp-text/plain-text.ts';
import { Tick } from '../../../ui/Tick.tsx';
import { TYPE_ICONS } from '../../../ui/type-icons.ts';
import { useDrafts } from '../../../stores/drafts.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './RowPreview.module.css';

/** The second line of a row: the draft that waits, or the last message. */
export function RowPreview({ chat, isSelected }: { chat: Chat; isSelected: boolean }) {
  const { t } = useTranslation();
  const typed = useDrafts((state) => state.texts.get(chat.id));
  const draft = (typed ?? chat.draft).trim();
  const isUnread = chat.unreadCount > 0;
  if (draft !== '' && !isSelected) {
    return (
      <span className={styles['preview']}>
        <span className={styles['draft']}>{t('list.draft')}</span>
        <span dir="auto" className={styles['text']}>
          {draft}
        </span>
      </span>
    );
  }
  return (
    <span className={classes(styles['preview'], isUnread && styles['unread'])}>
      {chat.preview === null ? t('list.noMessages') : <LastMessage preview={chat.preview} />}
    </span>
  );
}

function LastMessage({ preview }: { readonly preview: MessagePreview }) {
  const { t } = useTranslation();
  const Icon = TYPE_ICONS[preview.type];
  const text = plainText(preview.text).trim();
  return (
    <>
      {preview.direction === 'outbound' && <Tick status={preview.status} />}
      {Icon !== null && (
        <Icon aria-hidden="true" size={14} strokeWidth={1.75} className={styles['icon']} />
      )}
      <span dir="auto" className={styles['text']}>
        {text === '' ? t(`preview.${preview.type}`) : text}
      </span>
    </>
  );
}
