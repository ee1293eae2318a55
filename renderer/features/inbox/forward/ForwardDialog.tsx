import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#shared/ids.ts';
import type { ForwardOutcome } from '#shared/models/forward-outcome.ts';
import type { Message } from '#shared/models/message.ts';
import { useChats } from '../../../stores/chats.ts';
import { forward, stopForwarding, useForwarding } from '../../../stores/forwarding.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { MessageBody } from '../content/MessageBody.tsx';
import { useFoundChats } from '../use-found-chats.ts';
import { TargetRow } from './TargetRow.tsx';
import styles from './ForwardDialog.module.css';

const SHOWN = 40;
/** More is a campaign, which asks for consent and keeps Meta's pace. */
const MOST = 20;

/** Asks to whom a message is given on. */
export function ForwardDialog() {
  const { t } = useTranslation();
  const message = useForwarding((state) => state.message);
  return (
    <Dialog
      title={t('forward.title')}
      beginsInField
      isOpen={message !== undefined}
      onClose={stopForwarding}
    >
      {message !== undefined && <Targets key={message.id} message={message} />}
    </Dialog>
  );
}

function Targets({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly ChatId[]>([]);
  const [refused, setRefused] = useState<readonly ForwardOutcome[]>([]);
  const [failure, setFailure] = useState<string>();
  const [isSending, setSending] = useState(false);
  const rows = useChats((state) => state.rows);
  const found = useFoundChats(typed, SHOWN);
  const shown = typed.trim() === '' ? rows.slice(0, SHOWN) : found;

  function toggle(chatId: ChatId) {
    setChosen((now) =>
      now.includes(chatId) ? now.filter((one) => one !== chatId) : [...now, chatId],
    );
  }

  async function send() {
    if (chosen.length === 0 || isSending) return;
    setSending(true);
    const answer = await forward(message, chosen);
    setSending(false);
    setFailure(typeof answer === 'string' ? answer : undefined);
    if (typeof answer === 'string') return;
    setRefused(answer);
    setChosen([]);
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles['message']}>
        <MessageBody message={message} meta={null} />
      </div>
      <TextField label={t('forward.search')} value={typed} onChange={setTyped} />
      <ul className={styles['targets']} aria-label={t('forward.targets')}>
        {shown.map((chat) => (
          <TargetRow
            key={chat.id}
            chat={chat}
            isChosen={chosen.includes(chat.id)}
            isFull={chosen.length >= MOST}
            refusal={refused.find(({ chatId }) => chatId === chat.id)?.refusal ?? undefined}
            onToggle={() => toggle(chat.id)}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className={styles['nothing']}>{t('compose.nobody')}</p>}
      <p role="alert" className={styles['failure']}>
        {failure ?? (refused.length > 0 && t('forward.refused', { count: refused.length }))}
      </p>
      <Button
        kind={chosen.length === 0 ? 'quiet' : 'primary'}
        type="submit"
        aria-disabled={chosen.length === 0}
      >
        {chosen.length === 0 ? t('forward.nobody') : t('forward.send', { count: chosen.length })}
      </Button>
    </form>
  );
}
