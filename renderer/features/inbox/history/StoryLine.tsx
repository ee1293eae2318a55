import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { fieldAt, textAt } from '#shared/json-fields.ts';
import { readHeldAs } from '#shared/held-message.ts';
import type { Json } from '#shared/json.ts';
import type { AttemptRecord } from '#shared/models/message-history.ts';
import { MESSAGE_STATUSES } from '#shared/models/message.ts';
import { unreachable } from '#shared/unreachable.ts';
import { exactMomentText } from '../../../ui/time-text.ts';
import { errorOf, papersOf } from './story.ts';
import type { Moment } from './story.ts';
import styles from './history.module.css';

export function StoryLine({ moment }: { readonly moment: Moment }) {
  const { t, i18n } = useTranslation();
  const error = errorOf(moment);
  const papers = papersOf(moment);
  const price = moment.kind === 'status' ? priceWords(t, moment.status.pricing) : undefined;
  return (
    <li className={styles['moment']}>
      <time className={styles['time']}>{exactMomentText(moment.at, i18n.language)}</time>
      <div className={styles['what']}>
        <p>{momentWords(t, moment)}</p>
        {price !== undefined && <p className={styles['detail']}>{price}</p>}
        {error !== null && (
          <p className={styles['error']}>
            {error.title.replace(/\.$/u, '')}. {error.advice}{' '}
            {error.code !== null && t('message.errorCode', { code: error.code })}
          </p>
        )}
        {moment.kind === 'attempt' && <AttemptDetails attempt={moment.attempt} />}
        {papers !== null && (
          <details className={styles['detail']}>
            <summary>{t(moment.kind === 'attempt' ? 'history.request' : 'history.papers')}</summary>
            <pre dir="ltr" className={styles['papers']}>
              {JSON.stringify(papers, null, 2)}
            </pre>
          </details>
        )}
      </div>
    </li>
  );
}

/** What Meta's support asks for, and what WhatsApp called the message. */
function AttemptDetails({ attempt }: { readonly attempt: AttemptRecord }) {
  const { t } = useTranslation();
  const { details, fbtraceId, wamid } = attempt;
  return (
    <>
      {details !== null && <p className={styles['detail']}>{details}</p>}
      {wamid !== null && (
        <p className={styles['detail']}>
          {t('history.wamid')} <bdi dir="ltr">{wamid}</bdi>
        </p>
      )}
      {fbtraceId !== null && (
        <p className={styles['detail']}>
          {t('history.trace')} <bdi dir="ltr">{fbtraceId}</bdi>
        </p>
      )}
    </>
  );
}

function momentWords(t: TFunction, moment: Moment): string {
  switch (moment.kind) {
    case 'written':
    case 'stored':
    case 'next':
      return t(`history.${moment.kind}`);
    case 'attempt':
      return t(`history.outcomes.${moment.attempt.outcome}`);
    case 'attempts':
      return t('history.attempt', {
        count: moment.sending.attempts,
        state: t(`history.states.${moment.sending.state}`),
      });
    case 'status':
      return statusWords(t, moment.status.status, moment.status.recipient);
    case 'revision':
      return t(`history.revisions.${moment.revision.kind}`);
    case 'delivery':
      return t('history.delivery', { id: moment.delivery.id, error: moment.delivery.error ?? '' });
    default:
      return unreachable(moment);
  }
}

function statusWords(t: TFunction, name: string, recipient: string | null): string {
  const known = MESSAGE_STATUSES.find((status) => status === name);
  const held = readHeldAs(name);
  const words = held !== null ? t(`history.held.${held}`) : known ? t(`status.${known}`) : name;
  return recipient === null ? words : t('history.forRecipient', { status: words, recipient });
}

/** "marketing · charged": what Meta says that a message costs; the sum itself it does not say. */
function priceWords(t: TFunction, pricing: Json): string | undefined {
  const category = textAt(pricing, 'category');
  const billable = fieldAt(pricing, 'billable');
  if (category === undefined && billable === undefined) return undefined;
  return [
    category,
    billable === undefined ? undefined : t(billable === false ? 'history.free' : 'history.charged'),
    textAt(pricing, 'type'),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
