import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { Button } from '../../../ui/Button.tsx';
import { clockText } from '../../../ui/time-text.ts';
import { discardMessage, retryMessage, takeBackMessage } from '../../../stores/message-actions.ts';
import { classes } from '../../../ui/classes.ts';
import { UndoCountdown } from './UndoCountdown.tsx';
import styles from './MessageProblem.module.css';

interface MessageProblemProps {
  readonly message: Message;
  /** Why the last thing the owner asked for did not work. */
  readonly failure: string | undefined;
  readonly onFailure: (failure: string | undefined) => void;
}

/** Under the bubble, when something is wrong with it: what happened, and what one can do. */
export function MessageProblem({ message, failure, onFailure }: MessageProblemProps) {
  const { t } = useTranslation();
  const run = (outcome: Promise<string | undefined>) => void outcome.then(onFailure);
  return (
    <>
      <Trouble
        message={message}
        onRetry={() => run(retryMessage(message))}
        onDiscard={() => run(discardMessage(message))}
        onTakeBack={() => run(takeBackMessage(message))}
      />
      {failure !== undefined && (
        <p role="alert" className={classes(styles['problem'], styles['failed'])}>
          {t('message.couldNot', { reason: failure })}
        </p>
      )}
    </>
  );
}

interface TroubleProps {
  readonly message: Message;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
  readonly onTakeBack: () => void;
}

function Trouble({ message, onRetry, onDiscard, onTakeBack }: TroubleProps) {
  const { t, i18n } = useTranslation();
  const { error } = message;
  if (message.status === 'failed') {
    const title = error === null ? '' : error.title.replace(/\.$/u, '');
    return (
      <Explained
        tone="failed"
        text={title === '' ? t('message.notSentPlain') : t('message.notSent', { reason: title })}
        advice={error?.advice ?? ''}
        code={error?.code ?? null}
      >
        <Button kind="text" onClick={onRetry}>
          {t('message.retry')}
        </Button>
        <Button kind="text" onClick={onDiscard}>
          {t('message.discard')}
        </Button>
      </Explained>
    );
  }
  if (message.status === 'unknown') {
    return (
      <Explained
        tone="doubt"
        text={t('message.unknown')}
        advice={t('message.unknownAdvice')}
        code={null}
      >
        <Button kind="text" onClick={onRetry}>
          {t('message.sendAgain')}
        </Button>
        <Button kind="text" onClick={onDiscard}>
          {t('message.discard')}
        </Button>
      </Explained>
    );
  }
  if (message.status === 'queued' && message.nextAttemptAt !== null && error !== null) {
    const time = clockText(message.nextAttemptAt, i18n.language);
    return (
      <Explained
        tone="waiting"
        text={t('message.waiting', { time })}
        advice={error.advice}
        code={error.code}
      >
        {comesBack(message) && (
          <Button kind="text" onClick={onTakeBack}>
            {t('message.editAgain')}
          </Button>
        )}
        <Button kind="text" onClick={onDiscard}>
          {t('message.discard')}
        </Button>
      </Explained>
    );
  }
  if (message.status === 'queued' && message.nextAttemptAt !== null && comesBack(message)) {
    return <UndoCountdown until={message.nextAttemptAt} onUndo={onTakeBack} />;
  }
  return null;
}

/** Whether it can be brought back into the field as long as it has not left. */
function comesBack({ type, content }: Message): boolean {
  return type === 'text' || (content.kind === 'media' && content.file !== null);
}

interface ExplainedProps {
  readonly tone: 'failed' | 'doubt' | 'waiting';
  readonly text: string;
  readonly advice: string;
  readonly code: number | null;
  readonly children: ReactNode;
}

function Explained({ tone, text, advice, code, children }: ExplainedProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes(styles['problem'], styles[tone])}>
      <p className={styles['line']}>
        <span>{text}</span>
        <span className={styles['choices']}>
          {children}
          {advice !== '' && (
            <Button kind="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('message.why')}
            </Button>
          )}
        </span>
      </p>
      {isOpen && (
        <p className={styles['advice']}>
          {advice}
          {code !== null && (
            <span className={styles['code']}>{t('message.errorCode', { code })}</span>
          )}
        </p>
      )}
    </div>
  );
}
