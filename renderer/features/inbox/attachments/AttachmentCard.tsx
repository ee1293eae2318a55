import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { takesCaption } from '#shared/attachments/plan.ts';
import { MAX_CAPTION_LENGTH } from '#shared/limits.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import {
  moveAttachment,
  removeAttachment,
  useAttachments,
  writeCaption,
} from '../../../stores/attachments.ts';
import { announce } from '../../../stores/live-text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { sizeText } from '../../../ui/size-text.ts';
import { fileKind } from '../content/file-kind.ts';
import { VoiceDraft } from '../voice/VoiceDraft.tsx';
import { FileFace } from './FileFace.tsx';
import styles from './AttachmentStrip.module.css';

interface AttachmentCardProps {
  readonly attachment: Attachment;
  /** Counted from 0. */
  readonly place: number;
  readonly count: number;
  /** What is written in the field goes with this file, unless it has words of its own. */
  readonly takesWords: boolean;
  readonly onRemoved: () => void;
}

/** A file that will leave with the next message. */
export function AttachmentCard(props: AttachmentCardProps) {
  const { attachment, place, count, takesWords, onRemoved } = props;
  const { t, i18n } = useTranslation();
  const card = useRef<HTMLLIElement>(null);
  const [moved, setMoved] = useState<{ readonly way: 'earlier' | 'later' }>();
  const typed = useAttachments((state) => state.captions.get(attachment.id));
  const { id, file, sendAs, isVoice, mimeType } = attachment;
  const name = isVoice ? t('content.voice') : attachment.name;
  const size = file.bytes === null ? null : sizeText(file.bytes, i18n.language);
  const detail = [
    t(`content.${sendAs}`),
    sendAs === 'document' ? fileKind(mimeType, name) : null,
    size,
  ];

  // A row that moves in the list loses the focus; whoever moves it wants to go on.
  useEffect(() => {
    if (moved === undefined) return;
    const buttons = card.current?.querySelectorAll<HTMLButtonElement>('button[data-move]') ?? [];
    const wanted = [...buttons].find((button) => button.dataset['move'] === moved.way);
    (wanted?.disabled === true ? [...buttons].find((each) => !each.disabled) : wanted)?.focus();
  }, [moved]);

  async function move(by: 1 | -1) {
    await moveAttachment(attachment, place + by);
    setMoved({ way: by === 1 ? 'later' : 'earlier' });
    announce(t('attach.moved', { name, place: place + by + 1, count }));
  }

  async function remove() {
    await removeAttachment(attachment);
    announce(t('attach.removed', { name }));
    onRemoved();
  }

  return (
    <li ref={card} className={styles['card']}>
      {isVoice ? (
        <VoiceDraft file={file} />
      ) : (
        <>
          <FileFace attachment={attachment} />
          <div className={styles['words']}>
            <p className={styles['name']}>
              <bdi>{name}</bdi>
            </p>
            <p className={styles['detail']}>{detail.filter((part) => part !== null).join(' · ')}</p>
            {takesCaption(sendAs) && (
              <input
                dir="auto"
                maxLength={MAX_CAPTION_LENGTH}
                aria-label={t('attach.captionOf', { name })}
                placeholder={t(takesWords ? 'attach.captionFromField' : 'attach.caption')}
                className={styles['caption']}
                value={typed ?? attachment.caption}
                onChange={({ currentTarget }) => writeCaption(id, currentTarget.value)}
              />
            )}
          </div>
        </>
      )}
      {count > 1 && (
        <>
          <IconButton
            icon={ChevronUp}
            data-move="earlier"
            label={t('attach.earlier', { name })}
            side="top"
            disabled={place === 0}
            onClick={() => void move(-1)}
          />
          <IconButton
            icon={ChevronDown}
            data-move="later"
            label={t('attach.later', { name })}
            side="top"
            disabled={place === count - 1}
            onClick={() => void move(1)}
          />
        </>
      )}
      <IconButton
        icon={X}
        label={t('attach.remove', { name })}
        side="top"
        onClick={() => void remove()}
      />
    </li>
  );
}
