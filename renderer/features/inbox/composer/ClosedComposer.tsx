import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ban, Clock3, LayoutTemplate } from 'lucide-react';
import type { Chat } from '#shared/models/chat.ts';
import { useDrafts } from '../../../stores/drafts.ts';
import { pickTemplate } from '../../../stores/template-picker.ts';
import { Button } from '../../../ui/Button.tsx';
import { NoteTool } from '../notes/NoteTool.tsx';
import styles from './ClosedComposer.module.css';

interface ClosedComposerProps {
  readonly chat: Chat;
  readonly reason: 'closed' | 'never' | 'blocked';
  /** More about it, and what one can do. */
  readonly children?: ReactNode;
}

/** Says why one can't write freely, and keeps the draft in sight. */
export function ClosedComposer({ chat, reason, children }: ClosedComposerProps) {
  const { t } = useTranslation();
  const typed = useDrafts((state) => state.texts.get(chat.id));
  const draft = (typed ?? chat.draft).trim();
  const { name } = chat.contact;
  const Icon = reason === 'blocked' ? Ban : Clock3;
  return (
    <section className={styles['closed']} aria-labelledby="closed-composer">
      <span className={styles['icon']}>
        <Icon aria-hidden="true" size={19} strokeWidth={1.75} />
      </span>
      <div className={styles['words']}>
        <h3 id="closed-composer" className={styles['title']}>
          {t(`composer.${reason}Title`, { name })}
        </h3>
        <p>{t(`composer.${reason}Body`, { name })}</p>
        {reason !== 'blocked' && (
          <Button
            kind="primary"
            className={styles['choose']}
            aria-haspopup="dialog"
            onClick={() => pickTemplate(chat.id)}
          >
            <LayoutTemplate aria-hidden="true" size={17} strokeWidth={1.75} />
            {t('templates.picker.open')}
          </Button>
        )}
        {children}
        <p>
          <NoteTool chat={chat} />
        </p>
        {draft !== '' && (
          <div className={styles['draft']}>
            <p className={styles['draftLabel']}>{t('composer.draftKept')}</p>
            <p dir="auto" className={styles['draftText']}>
              {draft}
            </p>
          </div>
        )}
      </div>
    </section>
  );
}
