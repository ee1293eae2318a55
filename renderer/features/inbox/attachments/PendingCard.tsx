import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { File as FileIcon, TriangleAlert, X } from 'lucide-react';
import { unreachable } from '#shared/unreachable.ts';
import { acceptOffer, dropPending } from '../../../stores/attachments.ts';
import type { PendingFile } from '../../../stores/attachments.ts';
import { announce } from '../../../stores/live-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { sizeText } from '../../../ui/size-text.ts';
import { useSeenWhenAdded } from './use-seen-when-added.ts';
import styles from './AttachmentStrip.module.css';

interface PendingCardProps {
  readonly pending: PendingFile;
  readonly onRemoved: () => void;
}

/** A file on its way into the field, or the reason why it can't go as it is and what can be done. */
export function PendingCard({ pending, onRemoved }: PendingCardProps) {
  const { t, i18n } = useTranslation();
  const { file, state } = pending;
  const words = useWords(pending);
  const card = useRef<HTMLLIElement>(null);
  useSeenWhenAdded(card);
  const isWaiting = state.kind === 'taking' || state.kind === 'converting';
  const speak = useEffectEvent(() => announce(`${file.name}: ${words}`));
  useEffect(() => {
    if (!isWaiting) speak();
  }, [isWaiting]);

  function drop() {
    dropPending(pending);
    onRemoved();
  }

  return (
    <li ref={card} className={styles['card']} data-trouble={!isWaiting}>
      <span className={styles['face']}>
        {isWaiting ? (
          <FileIcon aria-hidden="true" size={19} strokeWidth={1.75} />
        ) : (
          <TriangleAlert aria-hidden="true" size={19} strokeWidth={1.75} />
        )}
      </span>
      <div className={styles['words']}>
        <p className={styles['name']}>
          <bdi>{file.name}</bdi>
        </p>
        <p className={styles[isWaiting ? 'detail' : 'trouble']}>
          {isWaiting ? `${words} · ${sizeText(file.size, i18n.language)}` : words}
        </p>
        {state.kind === 'taking' && (
          <progress
            aria-label={t('attach.taking')}
            max={1}
            value={state.share}
            className={styles['progress']}
          />
        )}
        {state.kind === 'problem' && state.offers.length > 0 && (
          <p className={styles['offers']}>
            {state.offers.map((offer) => (
              <Button
                key={offer}
                kind="text"
                aria-label={t(`attach.offerFor.${offer}`, { name: file.name })}
                onClick={() => void acceptOffer(pending, offer)}
              >
                {t(`attach.offer.${offer}`)}
              </Button>
            ))}
          </p>
        )}
      </div>
      <IconButton
        icon={X}
        label={t(isWaiting ? 'attach.stop' : 'attach.remove', { name: file.name })}
        side="top"
        onClick={drop}
      />
    </li>
  );
}

function useWords({ file, state }: PendingFile): string {
  const { t, i18n } = useTranslation();
  switch (state.kind) {
    case 'taking':
      return t('attach.taking');
    case 'converting':
      return t('attach.converting');
    case 'problem':
      return t(`attach.problem.${state.problem}`, { size: sizeText(file.size, i18n.language) });
    case 'unreadable':
      return t('attach.unreadable');
    case 'failed':
      return state.reason;
    default:
      return unreachable(state);
  }
}
