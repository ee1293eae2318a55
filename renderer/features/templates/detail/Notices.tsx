import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import type { TemplateDetail } from '#shared/models/template.ts';
import { momentText } from '../../../ui/time-text.ts';
import { useReasonWords } from './use-reason-words.ts';
import styles from './detail.module.css';

/** What the owner should know about a template now: why it can't be sent, what Meta will change. */
export function Notices({ detail }: { readonly detail: TemplateDetail }) {
  const { t, i18n } = useTranslation();
  const reasonWords = useReasonWords();
  const { template, edit } = detail;
  const { status, rejectedReason, remark, correctCategory, categoryChangesAt } = template;
  const time = (at: number) => momentText(at, i18n.language);
  return (
    <>
      {status === 'REJECTED' && (
        <Notice tone="bad" title={t('templates.rejected.title')}>
          <p>{reasonWords(rejectedReason)}</p>
          {remark !== null && <p>{t('templates.metaSays', { remark })}</p>}
        </Notice>
      )}
      {status === 'PAUSED' && (
        <Notice tone="soon" title={t('templates.paused.title')}>
          <p>{t('templates.paused.body')}</p>
          {remark !== null && <p>{t('templates.metaSays', { remark })}</p>}
        </Notice>
      )}
      {status === 'DISABLED' && (
        <Notice tone="bad" title={t('templates.disabled.title')}>
          <p>{t('templates.disabled.body')}</p>
        </Notice>
      )}
      {status === 'PENDING' && (
        <Notice tone="soon" title={t('templates.pending.title')}>
          <p>{t('templates.pending.body')}</p>
        </Notice>
      )}
      {correctCategory !== null && (
        <Notice tone="soon" title={t('templates.recategorised.title')}>
          <p>
            {t('templates.recategorised.body', {
              category: t(`templates.categories.${correctCategory}`),
            })}
          </p>
          {categoryChangesAt !== null && (
            <p>{t('templates.recategorised.at', { time: time(categoryChangesAt) })}</p>
          )}
        </Notice>
      )}
      {!edit.allowed && edit.reason !== 'status' && (
        <p className={styles['aside']}>{t('templates.editFrom', { time: time(edit.at) })}</p>
      )}
    </>
  );
}

interface NoticeProps {
  readonly tone: 'soon' | 'bad';
  readonly title: string;
  readonly children: ReactNode;
}

function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={styles['notice']} data-tone={tone}>
      <TriangleAlert aria-hidden="true" size={18} strokeWidth={1.75} />
      <div>
        <p className={styles['noticeTitle']}>{title}</p>
        {children}
      </div>
    </div>
  );
}
