import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import type { QuickReply } from '#shared/models/quick-reply.ts';
import { saveQuickReply } from '../../../stores/quick-replies.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './QuickRepliesDialog.module.css';

interface QuickReplyFormProps {
  /** The one that is changed; undefined adds a new one. */
  readonly reply: QuickReply | undefined;
  readonly onDone: () => void;
}

export function QuickReplyForm({ reply, onDone }: QuickReplyFormProps) {
  const { t } = useTranslation();
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const [failure, setFailure] = useState<string>();
  const isComplete = shortcut.trim() !== '' && text.trim() !== '';

  async function save() {
    const reason = await saveQuickReply({ id: reply?.id ?? null, shortcut, text });
    setFailure(reason);
    if (reason !== undefined) return;
    setShortcut('');
    setText('');
    onDone();
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isComplete) void save();
  }

  return (
    <form className={styles['form']} onSubmit={onSubmit}>
      <label className={styles['field']}>
        <span>{t('quickReplies.shortcut')}</span>
        <input
          className={styles['input']}
          value={shortcut}
          maxLength={32}
          onChange={(event) => setShortcut(event.target.value.replaceAll(/[\s/]/gu, ''))}
        />
      </label>
      <label className={styles['field']}>
        <span>{t('quickReplies.text')}</span>
        <textarea
          dir="auto"
          rows={3}
          className={styles['input']}
          value={text}
          maxLength={MAX_TEXT_LENGTH}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p role="alert" className={styles['failure']}>
        {failure}
      </p>
      <div className={styles['choices']}>
        {reply !== undefined && (
          <Button kind="quiet" onClick={onDone}>
            {t('quickReplies.cancel')}
          </Button>
        )}
        <Button kind="primary" type="submit" aria-disabled={!isComplete}>
          {t(reply === undefined ? 'quickReplies.add' : 'quickReplies.save')}
        </Button>
      </div>
    </form>
  );
}
