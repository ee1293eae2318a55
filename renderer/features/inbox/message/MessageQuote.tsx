import { useTranslation } from 'react-i18next';
import type { Quote } from '#shared/models/message.ts';
import { plainText } from '#shared/whatsapp-text/plain-text.ts';
import { TYPE_ICONS } from '../../../ui/type-icons.ts';
import { jumpToMessage } from '../../../stores/thread.ts';
import styles from './MessageQuote.module.css';

interface MessageQuoteProps {
  readonly quote: Quote;
  readonly contactName: string;
}

export function MessageQuote({ quote, contactName }: MessageQuoteProps) {
  const { id } = quote;
  const { t } = useTranslation();
  const inside = <QuoteWords quote={quote} contactName={contactName} />;
  if (id === null) return <div className={styles['quote']}>{inside}</div>;
  return (
    <button
      type="button"
      title={t('message.quoteJump')}
      className={styles['quote']}
      onClick={() => void jumpToMessage(id)}
    >
      {inside}
    </button>
  );
}

function QuoteWords({ quote, contactName }: MessageQuoteProps) {
  const { t } = useTranslation();
  if (quote.type === null) return <span>{t('message.quoteMissing')}</span>;
  const Icon = TYPE_ICONS[quote.type];
  const words = plainText(quote.text ?? '');
  const author =
    quote.direction === 'outbound' ? t('message.quoteYou') : (quote.authorName ?? contactName);
  return (
    <>
      <span dir="auto" className={styles['author']}>
        {author}
      </span>
      <span className={styles['text']}>
        {Icon !== null && <Icon aria-hidden="true" size={14} strokeWidth={1.75} />}
        <span dir="auto" className={styles['words']}>
          {words === '' ? t(`preview.${quote.type}`) : words}
        </span>
      </span>
    </>
  );
}
