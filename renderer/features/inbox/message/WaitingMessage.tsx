import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { SendingPause } from '#shared/models/account.ts';
import type { Message } from '#shared/models/message.ts';
import { useStatus } from '../../../stores/status.ts';
import { useChats } from '../../../stores/chats.ts';
import { useThread } from '../../../stores/thread.ts';
import { Button } from '../../../ui/Button.tsx';
import { clockText } from '../../../ui/time-text.ts';
import { comesBack } from './comes-back.ts';
import { Explained } from './Explained.tsx';
import { UndoCountdown } from './UndoCountdown.tsx';

interface WaitingMessageProps {
  readonly message: Message;
  /** When it is tried next, in milliseconds since 1970. */
  readonly dueAt: number;
  readonly onTakeBack: () => void;
  readonly onDiscard: () => void;
}

/** A message in the queue: for what it waits, and the way to take it back. */
export function WaitingMessage({ message, dueAt, onTakeBack, onDiscard }: WaitingMessageProps) {
  const { t, i18n } = useTranslation();
  const pause = useSendingPause(message);
  const isBehind = useThread(({ messages }) => isBehindAnother(message, messages));
  if (pause === null && message.error === null && !isBehind) {
    return comesBack(message) ? <UndoCountdown until={dueAt} onUndo={onTakeBack} /> : null;
  }
  const why = reason(t, { message, pause, isBehind, time: clockText(dueAt, i18n.language) });
  return (
    <Explained tone="waiting" {...why}>
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

function useSendingPause({ chatId }: Message): SendingPause | null {
  const accountId = useChats(({ open }) => (open?.id === chatId ? open.accountId : undefined));
  return useStatus(
    ({ status }) => status?.accounts.find(({ id }) => id === accountId)?.sendingPause ?? null,
  );
}

/** An earlier message of the chat is in trouble, and they leave in order. */
function isBehindAnother(message: Message, messages: readonly Message[]): boolean {
  return messages.some(
    (other) =>
      other.id < message.id &&
      other.status === 'queued' &&
      other.hold === null &&
      other.error !== null,
  );
}

interface Circumstances {
  readonly message: Message;
  readonly pause: SendingPause | null;
  readonly isBehind: boolean;
  readonly time: string;
}

interface Reason {
  readonly text: string;
  readonly advice: string;
  readonly code: number | null;
}

function reason(t: TFunction, { message, pause, isBehind, time }: Circumstances): Reason {
  if (pause !== null) {
    const text = t('waiting.paused', { reason: sentence(pause.title) });
    return { text, advice: pause.advice, code: pause.code };
  }
  if (isBehind || message.error === null) {
    return { text: t('waiting.behind'), advice: '', code: null };
  }
  const { title, advice, code } = message.error;
  const text =
    code === null
      ? t('message.waiting', { time })
      : t('waiting.again', { reason: sentence(title), time });
  return { text, advice, code };
}

function sentence(title: string): string {
  return title.replace(/\.$/u, '');
}
