import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/models/search.ts';
import { rowTimeText } from '../../../ui/time-text.ts';
import { TYPE_ICONS } from '../../../ui/type-icons.ts';
import { useNow } from '../../../ui/use-now.ts';
import { showMessage } from '../../../stores/thread.ts';
import { Highlighted } from './Highlighted.tsx';
import styles from './HitRow.module.css';

export function HitRow({ hit }: { readonly hit: SearchHit }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const Icon = TYPE_ICONS[hit.type];
  return (
    <button
      type="button"
      data-search-stop
      className={styles['row']}
      onClick={() => void showMessage(hit.chatId, hit.messageId)}
    >
      <span className={styles['line']}>
        <span dir="auto" className={styles['name']}>
          {hit.contactName}
        </span>
        <time className={styles['time']}>{rowTimeText(hit.timestamp, now, i18n.language)}</time>
      </span>
      <span dir="auto" className={styles['text']}>
        {hit.direction === 'outbound' && <span className={styles['you']}>{t('search.you')}: </span>}
        {Icon !== null && (
          <Icon aria-hidden="true" size={14} strokeWidth={1.75} className={styles['icon']} />
        )}
        {hit.snippet.text === '' ? t(`preview.${hit.type}`) : <Highlighted snippet={hit.snippet} />}
      </span>
    </button>
  );
}
