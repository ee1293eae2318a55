import { useTranslation } from 'react-i18next';
import type { MessageId } from '#shared/ids.ts';
import type { MessageHistory } from '#shared/models/message-history.ts';
import { announce } from '../../../stores/live-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Replay } from './Replay.tsx';
import { StoryLine } from './StoryLine.tsx';
import { storyOf } from './story.ts';
import styles from './history.module.css';

interface MessageStoryProps {
  readonly messageId: MessageId;
  readonly history: MessageHistory;
}

export function MessageStory({ messageId, history }: MessageStoryProps) {
  const { t } = useTranslation();
  const papers = JSON.stringify(history.payload, null, 2);
  async function copy() {
    await navigator.clipboard.writeText(JSON.stringify(history, null, 2));
    announce(t('message.copied'));
  }
  return (
    <>
      <ol className={styles['story']}>
        {storyOf(history).map((moment, index) => (
          <StoryLine key={index} moment={moment} />
        ))}
      </ol>
      <h3 className={styles['label']}>
        {t(history.direction === 'inbound' ? 'history.received' : 'history.sent')}
      </h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre dir="ltr" tabIndex={0} className={styles['papers']}>
        {papers}
      </pre>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('history.wamid')}</dt>
          <dd dir="ltr">{history.wamid ?? t('history.noWamid')}</dd>
        </div>
        <div>
          <dt>{t('history.origin')}</dt>
          <dd>{t(`history.origins.${history.origin}`)}</dd>
        </div>
      </dl>
      <div className={styles['choices']}>
        {history.deliveries.length > 0 && <Replay messageId={messageId} />}
        <Button kind="quiet" onClick={() => void copy()}>
          {t('history.copy')}
        </Button>
      </div>
    </>
  );
}
