import { useTranslation } from 'react-i18next';
import type { ChatId, MessageId } from '#shared/ids.ts';
import type { TimelineEntry } from '#shared/models/timeline.ts';
import { loadMoreTimeline, usePerson } from '../stores/person.ts';
import { Button } from '../ui/Button.tsx';
import { nearMomentText } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.ts';
import { useTimelineWords } from './use-timeline-words.ts';
import styles from './Timeline.module.css';

interface TimelineProps {
  /** Shows a message where it stands in its thread. */
  readonly onJump: (place: { readonly chatId: ChatId; readonly id: MessageId }) => void;
}

/** Every touch between the customer and the business, newest first. */
export function Timeline({ onJump }: TimelineProps) {
  const { t } = useTranslation();
  const entries = usePerson((state) => state.timeline);
  const hasMore = usePerson((state) => state.timelineCursor !== null);
  if (entries.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h3 className={styles['title']}>{t('timeline.title')}</h3>
      <ol>
        {entries.map((entry, index) => (
          <li key={entry.key} className={styles['entry']} data-latest={index === 0}>
            <Entry entry={entry} onJump={onJump} />
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button kind="text" className={styles['more']} onClick={() => void loadMoreTimeline()}>
          {t('timeline.more')}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry, onJump }: TimelineProps & { readonly entry: TimelineEntry }) {
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
      onClick={() => onJump({ chatId: entry.chatId, id: entry.messageId })}
    >
      <bdi>{words}</bdi>
      {time}
    </button>
  );
}
