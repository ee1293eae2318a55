import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import type { Chat } from '#shared/models/chat.ts';
import { isKeyFor } from '../../../app/commands/key-combo.ts';
import { useDrafts, writeDraft } from '../../../stores/drafts.ts';
import { sendDraft } from '../../../stores/send-draft.ts';
import { useThread } from '../../../stores/thread.ts';
import { Button } from '../../../ui/Button.tsx';
import { LIST_ID, QuickReplyList, optionId } from '../quick-replies/QuickReplyList.tsx';
import { useQuickReplyPicker } from '../quick-replies/use-quick-reply-picker.ts';
import { NoteTool } from '../notes/NoteTool.tsx';
import { LengthCounter } from './LengthCounter.tsx';
import { ReplyChip } from './ReplyChip.tsx';
import { useTypingSignal } from './use-typing-signal.ts';
import styles from './OpenComposer.module.css';

export function OpenComposer({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useDrafts((state) => state.texts.get(chat.id) ?? chat.draft);
  const replyTo = useThread((state) => state.replyTo);
  const [failure, setFailure] = useState<string>();
  const signalTyping = useTypingSignal(chat);
  const canSend = text.trim() !== '' && text.trim().length <= MAX_TEXT_LENGTH;

  useEffect(() => focusAtEnd(field.current), []);
  useEffect(() => {
    if (replyTo !== undefined) focusAtEnd(field.current);
  }, [replyTo]);

  function write(next: string) {
    writeDraft(chat.id, next);
    if (next.trim() !== '') signalTyping();
  }

  async function send() {
    setFailure(undefined);
    setFailure(await sendDraft(chat));
    field.current?.focus();
  }

  const picker = useQuickReplyPicker(chat, text, write);

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter takes its suggestion. Some only say so by code 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { platform } = window.frontdesk.shell;
    if (picker.takesKey(event)) return event.preventDefault();
    if (isKeyFor('send', event, platform)) void send();
    else if (isKeyFor('cancelReply', event, platform) && replyTo !== undefined) cancelReply();
    else if (isKeyFor('lastMessage', event, platform) && text === '') focusLastMessage();
    else return;
    event.preventDefault();
  }

  return (
    <form
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {replyTo !== undefined && (
        <ReplyChip message={replyTo} contactName={chat.contact.name} onCancel={cancelReply} />
      )}
      {picker.isOpen && <QuickReplyList picker={picker} />}
      <textarea
        ref={field}
        dir="auto"
        rows={1}
        aria-label={t('composer.label')}
        placeholder={t('composer.label')}
        aria-autocomplete="list"
        aria-controls={picker.isOpen ? LIST_ID : undefined}
        aria-activedescendant={
          picker.isOpen && picker.options.length > 0 ? optionId(picker.active) : undefined
        }
        className={styles['field']}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles['foot']}>
        <div className={styles['tools']}>
          <NoteTool chat={chat} />
        </div>
        <p role="alert" className={styles['failure']}>
          {failure !== undefined && t('composer.failed', { reason: failure })}
        </p>
        <LengthCounter length={text.trim().length} />
        <p className={styles['hint']}>{t('composer.hint')}</p>
        <Button kind="primary" type="submit" aria-disabled={!canSend} className={styles['send']}>
          {t('composer.send')}
        </Button>
      </div>
    </form>
  );
}

function cancelReply(): void {
  useThread.setState({ replyTo: undefined });
}

function focusLastMessage(): void {
  const last = useThread.getState().messages.at(-1);
  if (last === undefined) return;
  document.querySelector<HTMLElement>(`[data-message="${last.id}"]`)?.focus();
}

function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
