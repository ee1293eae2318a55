import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '@base-ui/react/popover';
import { EyeOff, Forward, Info, Plus, Reply, SmilePlus, Star } from 'lucide-react';
import { canForward } from '#shared/forwarding.ts';
import type { Message } from '#shared/models/message.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { askWhereTo } from '../../../stores/forwarding.ts';
import { showHistory } from '../../../stores/message-history.ts';
import { ownReaction } from '../../../stores/message-actions.ts';
import { hideMessage, starMessage } from '../../../stores/triage.ts';
import { LazyEmojiPanel } from '../emoji/LazyEmojiPanel.tsx';
import styles from './MessageActions.module.css';

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

interface MessageActionsProps {
  readonly message: Message;
  readonly isPicking: boolean;
  readonly onPicking: (isPicking: boolean) => void;
  readonly onReact: (emoji: string) => void;
  readonly onReply: () => void;
}

/** What one can do with a message: there while the pointer or the focus is on it. */
export function MessageActions(props: MessageActionsProps) {
  const { message, isPicking, onPicking, onReact, onReply } = props;
  const { t } = useTranslation();
  const { platform } = window.frontdesk.shell;
  const [isAll, setAll] = useState(false);

  function pick(isWanted: boolean) {
    setAll(false);
    onPicking(isWanted);
  }

  return (
    <div role="toolbar" aria-label={t('message.actions')} className={styles['actions']}>
      <Popover.Root open={isPicking} onOpenChange={pick}>
        <Popover.Trigger
          render={
            <IconButton
              icon={SmilePlus}
              label={t('message.react')}
              keys={commandKeysText('react', platform)}
              side="top"
              tabIndex={-1}
              className={styles['action']}
            />
          }
        />
        <Popover.Portal>
          <Popover.Positioner side="top" sideOffset={6} className={styles['place']}>
            <Popover.Popup
              className={styles[isAll ? 'allEmoji' : 'picker']}
              aria-label={t('message.react')}
            >
              {isAll && <LazyEmojiPanel onChoose={onReact} />}
              {!isAll &&
                QUICK.map((emoji) => (
                  <QuickEmoji
                    key={emoji}
                    emoji={emoji}
                    isGiven={ownReaction(message) === emoji}
                    onChoose={onReact}
                  />
                ))}
              {!isAll && (
                <IconButton
                  icon={Plus}
                  label={t('emoji.all')}
                  side="top"
                  onClick={() => setAll(true)}
                />
              )}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <IconButton
        icon={Reply}
        label={t('message.reply')}
        keys={commandKeysText('reply', platform)}
        side="top"
        tabIndex={-1}
        className={styles['action']}
        onClick={onReply}
      />
      {canForward(message) && (
        <IconButton
          icon={Forward}
          label={t('forward.action')}
          keys={commandKeysText('forward', platform)}
          side="top"
          tabIndex={-1}
          className={styles['action']}
          onClick={() => askWhereTo(message)}
        />
      )}
      <IconButton
        icon={Star}
        label={t(message.isStarred ? 'message.unstar' : 'message.star')}
        aria-pressed={message.isStarred}
        side="top"
        tabIndex={-1}
        className={styles['action']}
        onClick={() => void starMessage(message)}
      />
      <IconButton
        icon={EyeOff}
        label={t('message.hide')}
        side="top"
        tabIndex={-1}
        className={styles['action']}
        onClick={() => void hideMessage(message)}
      />
      <IconButton
        icon={Info}
        label={t('history.title')}
        keys={commandKeysText('inspect', platform)}
        side="top"
        tabIndex={-1}
        className={styles['action']}
        onClick={() => void showHistory(message.id)}
      />
    </div>
  );
}

interface QuickEmojiProps {
  readonly emoji: string;
  readonly isGiven: boolean;
  readonly onChoose: (emoji: string) => void;
}

function QuickEmoji({ emoji, isGiven, onChoose }: QuickEmojiProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-label={t(isGiven ? 'message.takeBack' : 'message.reactWith', { emoji })}
      aria-pressed={isGiven}
      className={styles['emoji']}
      onClick={() => onChoose(emoji)}
    >
      {emoji}
    </button>
  );
}
