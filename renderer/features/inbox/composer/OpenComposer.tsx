import { useEffect, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarClock } from 'lucide-react';
import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import type { Chat } from '#shared/models/chat.ts';
import {
  attachFiles,
  attachmentsOf,
  isTakingFiles,
  useAttachments,
} from '../../../stores/attachments.ts';
import { commandKeysText, isKeyFor } from '../../../app/commands/key-combo.ts';
import { useCompositions } from '../../../stores/compositions.ts';
import { useDrafts, writeDraft } from '../../../stores/drafts.ts';
import { askForTime } from '../../../stores/scheduled.ts';
import { sendDraft } from '../../../stores/send-draft.ts';
import { useThread } from '../../../stores/thread.ts';
import { Button } from '../../../ui/Button.tsx';
import { AttachButton } from '../attachments/AttachButton.tsx';
import { AttachmentStrip } from '../attachments/AttachmentStrip.tsx';
import { pastedFiles } from '../attachments/pasted-files.ts';
import { PlusMenu } from '../compose/PlusMenu.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LIST_ID, QuickReplyList, optionId } from '../quick-replies/QuickReplyList.tsx';
import { useQuickReplyPicker } from '../quick-replies/use-quick-reply-picker.ts';
import { EMOJI_LIST_ID, EmojiNameList, emojiOptionId } from '../emoji/EmojiNameList.tsx';
import { EmojiTool } from '../emoji/EmojiTool.tsx';
import { useEmojiNames } from '../emoji/use-emoji-names.ts';
import { NoteTool } from '../notes/NoteTool.tsx';
import { RecordButton } from '../voice/RecordButton.tsx';
import { RecordingTrouble } from '../voice/RecordingTrouble.tsx';
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
  const hasFiles = useAttachments((state) => attachmentsOf(state, chat.id).length > 0);
  const isTaking = useAttachments((state) => isTakingFiles(state, chat.id));
  const hasContent = text.trim() !== '' || hasFiles;
  const canSend = hasContent && !isTaking && text.trim().length <= MAX_TEXT_LENGTH;

  const isComposing = useCompositions((state) => state.open !== undefined);

  // Also when a form closes: what was begun behind the plus ends here.
  useEffect(() => {
    if (!isComposing) focusAtEnd(field.current);
  }, [isComposing]);
  useEffect(() => {
    if (replyTo !== undefined) focusAtEnd(field.current);
  }, [replyTo]);

  function write(next: string) {
    writeDraft(chat.id, next);
    if (next.trim() !== '') signalTyping();
  }

  async function send() {
    setFailure(isTaking ? t('attach.wait') : undefined);
    if (!isTaking) setFailure(await sendDraft(chat));
    field.current?.focus();
  }

  function sendLater() {
    if (canSend) askForTime({ kind: 'new', chat });
  }

  const picker = useQuickReplyPicker(chat, text, write);
  const emoji = useEmojiNames(field, text, write);

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter takes its suggestion. Some only say so by code 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { platform } = window.frontdesk.shell;
    if (picker.takesKey(event) || emoji.takesKey(event)) return event.preventDefault();
    if (isKeyFor('send', event, platform)) void send();
    else if (isKeyFor('sendLater', event, platform)) sendLater();
    else if (isKeyFor('cancelReply', event, platform) && replyTo !== undefined) cancelReply();
    else if (isKeyFor('lastMessage', event, platform) && text === '') focusLastMessage();
    else return;
    event.preventDefault();
  }

  function onPaste(event: ClipboardEvent) {
    const files = pastedFiles(event);
    if (files.length === 0) return;
    event.preventDefault();
    void attachFiles(chat.id, files);
  }

  return (
    <form
      className={styles['composer']}
      onPaste={onPaste}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {replyTo !== undefined && (
        <ReplyChip message={replyTo} contactName={chat.contact.name} onCancel={cancelReply} />
      )}
      <RecordingTrouble chatId={chat.id} />
      <AttachmentStrip chatId={chat.id} onRemoved={() => field.current?.focus()} />
      {picker.isOpen && <QuickReplyList picker={picker} />}
      {emoji.isOpen && <EmojiNameList names={emoji} />}
      <textarea
        ref={field}
        dir="auto"
        rows={1}
        aria-label={t('composer.label')}
        placeholder={t('composer.label')}
        aria-autocomplete="list"
        aria-controls={picker.isOpen ? LIST_ID : emoji.isOpen ? EMOJI_LIST_ID : undefined}
        aria-activedescendant={
          emoji.isOpen
            ? emojiOptionId(emoji.active)
            : picker.isOpen && picker.options.length > 0
              ? optionId(picker.active)
              : undefined
        }
        className={styles['field']}
        value={text}
        onChange={(event) => write(event.target.value)}
        onSelect={emoji.noteCaret}
        onKeyDown={onKeyDown}
      />
      <div className={styles['foot']}>
        <div className={styles['tools']}>
          <AttachButton chatId={chat.id} onChosen={() => field.current?.focus()} />
          <PlusMenu chatId={chat.id} />
          <EmojiTool onChoose={emoji.insert} />
          <RecordButton chatId={chat.id} />
          <NoteTool chat={chat} />
        </div>
        <p role="alert" className={styles['failure']}>
          {failure !== undefined && t('composer.failed', { reason: failure })}
        </p>
        <LengthCounter length={text.trim().length} />
        <p className={styles['hint']}>{t('composer.hint')}</p>
        <IconButton
          icon={CalendarClock}
          label={t('commands.sendLater')}
          keys={commandKeysText('sendLater', window.frontdesk.shell.platform)}
          side="top"
          aria-disabled={!canSend}
          onClick={sendLater}
        />
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
