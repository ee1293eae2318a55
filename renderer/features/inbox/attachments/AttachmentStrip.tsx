import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { takesCaption } from '#shared/attachments/plan.ts';
import type { ChatId } from '#shared/ids.ts';
import {
  attachmentsOf,
  loadAttachments,
  saveCaptions,
  useAttachments,
} from '../../../stores/attachments.ts';
import { announce } from '../../../stores/live-text.ts';
import { AttachmentCard } from './AttachmentCard.tsx';
import { PendingCard } from './PendingCard.tsx';
import styles from './AttachmentStrip.module.css';

interface AttachmentStripProps {
  readonly chatId: ChatId;
  /** A file was taken out: the attention goes back to the field. */
  readonly onRemoved: () => void;
}

/** Above the field: the files that go with the next message, each with its words. */
export function AttachmentStrip({ chatId, onRemoved }: AttachmentStripProps) {
  const { t } = useTranslation();
  const files = useAttachments((state) => attachmentsOf(state, chatId));
  const pending = useAttachments((state) => state.pending);
  useEffect(() => {
    void loadAttachments(chatId);
    return () => void saveCaptions();
  }, [chatId]);

  const waiting = pending.filter((each) => each.chatId === chatId);
  const strip = useRef<HTMLUListElement>(null);
  const said = useRef(files.length);
  useEffect(() => {
    if (files.length > said.current) announce(t('attach.count', { count: files.length }));
    said.current = files.length;
  }, [files.length, t]);
  // What was added last, or what is wrong with it, should be seen.
  const count = files.length + waiting.length;
  const shown = useRef(count);
  useEffect(() => {
    if (count > shown.current) strip.current?.scrollTo({ top: strip.current.scrollHeight });
    shown.current = count;
  }, [count]);

  if (count === 0) return null;
  const first = files.find(({ sendAs }) => takesCaption(sendAs));
  return (
    <ul ref={strip} aria-label={t('attach.list')} className={styles['strip']}>
      {files.map((attachment, index) => (
        <AttachmentCard
          key={attachment.id}
          attachment={attachment}
          place={index}
          count={files.length}
          takesWords={attachment === first}
          onRemoved={onRemoved}
        />
      ))}
      {waiting.map((each) => (
        <PendingCard key={each.key} pending={each} onRemoved={onRemoved} />
      ))}
    </ul>
  );
}
