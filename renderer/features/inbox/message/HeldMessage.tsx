import { useTranslation } from 'react-i18next';
import type { Message, MessageHold } from '#shared/models/message.ts';
import { useChats } from '../../../stores/chats.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWindowOpen } from '../../../ui/use-window-open.ts';
import { comesBack } from './comes-back.ts';
import { Explained } from './Explained.tsx';

interface HeldMessageProps {
  readonly message: Message;
  readonly hold: MessageHold;
  readonly contactName: string;
  readonly onSend: () => void;
  readonly onKeep: () => void;
  readonly onTakeBack: () => void;
  readonly onDiscard: () => void;
}

/** A message that could not leave in time: why, and what the owner can make of it. */
export function HeldMessage(props: HeldMessageProps) {
  const { message, hold, contactName, onSend, onKeep, onTakeBack, onDiscard } = props;
  const { t } = useTranslation();
  const expiresAt = useChats(({ open }) =>
    open?.id === message.chatId ? open.windowExpiresAt : null,
  );
  const isOpen = useWindowOpen(expiresAt);
  const isAsked = hold !== 'until_reply';
  return (
    <Explained
      tone={isAsked ? 'failed' : 'calm'}
      text={t(`hold.${hold}.${isOpen ? 'open' : 'closed'}`, { name: contactName })}
      advice={isAsked ? t(`hold.${hold}.advice`, { name: contactName }) : ''}
      code={isAsked ? (message.error?.code ?? null) : null}
    >
      {isAsked && isOpen && (
        <Button kind="text" onClick={onSend}>
          {t('hold.sendNow')}
        </Button>
      )}
      {isAsked && !isOpen && (
        <Button kind="text" onClick={onKeep}>
          {t('hold.keep')}
        </Button>
      )}
      {comesBack(message) && (
        <Button kind="text" onClick={onTakeBack}>
          {t('message.editAgain')}
        </Button>
      )}
      <Button kind="text" onClick={onDiscard}>
        {t('hold.delete')}
      </Button>
    </Explained>
  );
}
