import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/models/contact.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { contactHandle, contactName } from '../../../ui/contact-text.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import type { PreviewState } from './use-preview.ts';
import styles from './SegmentPreviewCard.module.css';

/** How many the rules find, and some of them. */
export function SegmentPreviewCard({ state }: { readonly state: PreviewState }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('segments.preview.title')} className={styles['card']}>
      <h2 className={styles['title']}>{t('segments.preview.title')}</h2>
      <Found state={state} />
      <Hidden>
        <output>{heard(t, state)}</output>
      </Hidden>
    </section>
  );
}

function heard(t: TFunction, state: PreviewState): string {
  if (state.kind !== 'counted' || !state.isFresh) return '';
  const people = t('segments.count', { count: state.preview.fitting });
  return t('segments.preview.heard', { people });
}

function Found({ state }: { readonly state: PreviewState }) {
  const { t, i18n } = useTranslation();
  if (state.kind === 'waiting') {
    return <p className={styles['words']}>{t('segments.preview.waiting')}</p>;
  }
  if (state.kind === 'failed') {
    return <p className={styles['words']}>{t('segments.preview.failed')}</p>;
  }
  const { fitting, all, sample } = state.preview;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div className={styles['found']} data-fresh={state.isFresh}>
      <p className={styles['count']}>
        <span className={styles['number']}>{number.format(fitting)}</span>{' '}
        {t('segments.preview.of', { count: all })}
      </p>
      {fitting === 0 && (
        <p className={styles['words']}>
          {t(all === 0 ? 'segments.preview.noPeople' : 'segments.preview.nobody')}
        </p>
      )}
      {sample.length > 0 && (
        <>
          <h3 className={styles['sampleTitle']}>{t('segments.preview.sample')}</h3>
          <ul>
            {sample.map((contact) => (
              <li key={contact.id}>
                <Person contact={contact} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Person({ contact }: { readonly contact: Contact }) {
  const handle = contactHandle(contact);
  return (
    <a href={`#/contacts/${contact.id}`} className={styles['person']}>
      <Avatar contact={contact} size="small" />
      <span className={styles['who']}>
        <span className={styles['name']}>
          <bdi>{contactName(contact)}</bdi>
        </span>
        {handle !== null && (
          <span className={styles['handle']}>
            <bdi>{handle}</bdi>
          </span>
        )}
      </span>
    </a>
  );
}
