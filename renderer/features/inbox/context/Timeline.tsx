import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import type { TimelineEntry } from '#shared/models/timeline.ts';
import { jumpFromPanel, loadMoreTimeline, useContext } from '../../../stores/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useTimelineWords } from './use-timeline-words.ts';
import styles from './Timeline.module.css';

/** Every touch between the customer and the business, newest first. */
export function Timeline({ contactId }: { readonly contactId: ContactId }) {
  const { t } = useTranslation();
  const entries = useContext((state) => state.timeline);
  const hasMore = useContext((state) => state.timelineCursor !== null);
  if (entries.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h3 className={styles['title']}>{t('timeline.title')}</h3>
      <ol>
        {entries.map((entry, index) => (
          <li key={entry.key} className={styles['entry']} data-latest={index === 0}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button
          kind="text"
          className={styles['more']}
          onClick={() => void loadMoreTimeline(contactId)}
        >
          {t('timeline.more')}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { i18n } = useTranslation();
  const now = useNow();
  const words = useTimelineWords()(entry);
  const time = (
    <time className={styles['time']}>{nearMomentText(entry.at, now, i18n.language)}</time>
  );
  if (entry.kind !== 'began' && entry.kind !== 'message') {
    return (
      <span className={styles['words']}>
        <bdi>{words}</bdi>
        {time}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles['words']}
      onClick={() => jumpFromPanel({ chatId: entry.chatId, id: entry.messageId })}
    >
      <bdi>{words}</bdi>
      {time}
    </button>
  );
}
