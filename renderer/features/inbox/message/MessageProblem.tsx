import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { Button } from '../../../ui/Button.tsx';
import {
  discardMessage,
  keepForReply,
  retryMessage,
  takeBackMessage,
} from '../../../stores/message-actions.ts';
import { classes } from '../../../ui/classes.ts';
import { Explained } from './Explained.tsx';
import { HeldMessage } from './HeldMessage.tsx';
import { WaitingMessage } from './WaitingMessage.tsx';
import styles from './MessageProblem.module.css';

interface MessageProblemProps {
  readonly message: Message;
  readonly contactName: string;
  /** Why the last thing the owner asked for did not work. */
  readonly failure: string | undefined;
  readonly onFailure: (failure: string | undefined) => void;
}

/** Under the bubble, when something is wrong with it: what happened, and what one can do. */
export function MessageProblem(props: MessageProblemProps) {
  const { message, contactName, failure, onFailure } = props;
  const { t } = useTranslation();
  const run = (outcome: Promise<string | undefined>) => void outcome.then(onFailure);
  return (
    <>
      <Trouble
        message={message}
        contactName={contactName}
        onRetry={() => run(retryMessage(message))}
        onKeep={() => run(keepForReply(message))}
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
  readonly contactName: string;
  readonly onRetry: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onTakeBack: () => void;
}

function Trouble(props: TroubleProps) {
  const { message, contactName, onRetry, onKeep, onDiscard, onTakeBack } = props;
  const { t } = useTranslation();
  const { error, hold } = message;
  if (hold !== null) {
    return (
      <HeldMessage
        message={message}
        hold={hold}
        contactName={contactName}
        onSend={onRetry}
        onKeep={onKeep}
        onTakeBack={onTakeBack}
        onDiscard={onDiscard}
      />
    );
  }
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
  if (message.status === 'queued' && message.nextAttemptAt !== null) {
    return (
      <WaitingMessage
        message={message}
        dueAt={message.nextAttemptAt}
        onTakeBack={onTakeBack}
        onDiscard={onDiscard}
      />
    );
  }
  return null;
}
