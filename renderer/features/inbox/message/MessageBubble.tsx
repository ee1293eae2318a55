import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { isKeyFor } from '../../../app/commands/key-combo.ts';
import { askWhereTo } from '../../../stores/forwarding.ts';
import { announce } from '../../../stores/live-text.ts';
import { showHistory } from '../../../stores/message-history.ts';
import { reactTo, takeBackMessage } from '../../../stores/message-actions.ts';
import { useThread } from '../../../stores/thread.ts';
import { classes } from '../../../ui/classes.ts';
import { MessageBody } from '../content/MessageBody.tsx';
import { FirstWording } from './FirstWording.tsx';
import { MessageActions } from './MessageActions.tsx';
import { MessageMeta } from './MessageMeta.tsx';
import { MessageProblem } from './MessageProblem.tsx';
import { MessageQuote } from './MessageQuote.tsx';
import { MessageReactions } from './MessageReactions.tsx';
import { Provenance } from './Provenance.tsx';
import { ReferralCard } from './ReferralCard.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { useMessageWords } from './use-message-words.ts';
import styles from './MessageBubble.module.css';

interface MessageBubbleProps {
  readonly message: Message;
  readonly contactName: string;
  readonly isTabStop: boolean;
}

export function MessageBubble({ message, contactName, isTabStop }: MessageBubbleProps) {
  const { t } = useTranslation();
  const words = useMessageWords(contactName);
  // A thread draws many bubbles and attends to one: the others do without their buttons.
  const [isAttended, setAttended] = useState(false);
  const [isPicking, setPicking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isFlashing = useThread((state) => state.flashing === message.id);
  const isArriving = useThread((state) => state.arriving === message.id);

  function reply() {
    useThread.setState({ replyTo: message });
  }

  function react(emoji: string) {
    setPicking(false);
    void reactTo(message, emoji).then(setFailure);
  }

  async function copy() {
    await navigator.clipboard.writeText(message.text);
    announce(t('message.copied'));
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys typed on a button or link inside are meant for it.
    if (event.target !== event.currentTarget) return;
    const { platform } = window.frontdesk.shell;
    if (isKeyFor('reply', event, platform)) reply();
    else if (isKeyFor('react', event, platform)) setPicking(true);
    else if (isKeyFor('inspect', event, platform)) void showHistory(message.id);
    else if (isKeyFor('forward', event, platform)) askWhereTo(message);
    else if (isKeyFor('copy', event, platform) && isNothingSelected()) void copy();
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes(styles['row'], styles[message.direction])}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only watches where the attention is */}
      <div
        className={styles['side']}
        onPointerEnter={() => setAttended(true)}
        onPointerLeave={() => setAttended(false)}
        onFocus={() => setAttended(true)}
        onBlur={() => setAttended(false)}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- every message can be reached and answered by keyboard */}
        <article
          data-message={message.id}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
          tabIndex={isTabStop ? 0 : -1}
          aria-label={words(message)}
          className={classes(
            styles['bubble'],
            message.status === 'failed' && styles['failed'],
            isFlashing && styles['flashing'],
            isArriving && styles['arriving'],
            message.reactions.length > 0 && styles['hasReactions'],
          )}
          onKeyDown={onKeyDown}
          onAnimationEnd={() => endAnimation(message)}
        >
          <Provenance message={message} />
          {message.quote !== null && (
            <MessageQuote quote={message.quote} contactName={contactName} />
          )}
          {message.extras.referral !== null && <ReferralCard referral={message.extras.referral} />}
          <MessageBody message={message} meta={<MessageMeta message={message} />} />
          <UploadProgress
            message={message}
            onCancel={() => void takeBackMessage(message).then(setFailure)}
          />
          {message.extras.firstWording !== null && !message.isDeleted && (
            <FirstWording text={message.extras.firstWording} />
          )}
          <MessageReactions message={message} contactName={contactName} />
        </article>
        {(isAttended || isPicking) && (
          <MessageActions
            message={message}
            isPicking={isPicking}
            onPicking={setPicking}
            onReact={react}
            onReply={reply}
          />
        )}
      </div>
      <MessageProblem
        message={message}
        contactName={contactName}
        failure={failure}
        onFailure={setFailure}
      />
    </div>
  );
}

function isNothingSelected(): boolean {
  return window.getSelection()?.isCollapsed !== false;
}

function endAnimation(message: Message): void {
  useThread.setState((now) => ({
    flashing: now.flashing === message.id ? undefined : now.flashing,
    arriving: now.arriving === message.id ? undefined : now.arriving,
  }));
}
