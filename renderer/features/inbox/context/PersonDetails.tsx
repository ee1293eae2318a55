import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import type { ContactChange, ContactProfile } from '#shared/models/contact-profile.ts';
import { unreachable } from '#shared/unreachable.ts';
import { windowState } from '#shared/window.ts';
import { changeContact, offerFormer } from '../../../stores/context.ts';
import { phoneText } from '../../../ui/contact-text.ts';
import { languageChoices } from '../../../ui/languages.ts';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { EditableText } from './EditableText.tsx';
import styles from './ContextPanel.module.css';

interface PersonDetailsProps {
  readonly chat: Chat;
  readonly profile: ContactProfile | undefined;
}

export function PersonDetails({ chat, profile }: PersonDetailsProps) {
  const { t, i18n } = useTranslation();
  const windowText = useWindowText(chat);
  const now = useNow();
  const { phone, username, optedOut } = chat.contact;
  return (
    <section className={styles['section']}>
      <h3 className={styles['sectionTitle']}>{t('context.details')}</h3>
      <dl className={styles['details']}>
        {phone !== null && <Detail name={t('context.phone')} value={phoneText(phone)} />}
        {username !== null && <Detail name={t('context.username')} value={`@${username}`} />}
        {profile !== undefined && <Written chat={chat} profile={profile} />}
        <Detail name={t('context.account')} value={chat.accountName} />
        <Detail name={t('context.window')} value={windowText} />
        <Detail
          name={t('context.lastWrote')}
          value={
            chat.lastInboundAt === null
              ? t('context.never')
              : nearMomentText(chat.lastInboundAt, now, i18n.language)
          }
        />
        {optedOut && <Detail name={t('context.marketing')} value={t('context.optedOut')} />}
      </dl>
    </section>
  );
}

/** What the owner knows about the person. */
function Written({ chat, profile }: { readonly chat: Chat; readonly profile: ContactProfile }) {
  const { t, i18n } = useTranslation();
  const { id, email, language } = profile;

  async function save(change: ContactChange, former: ContactChange) {
    const problem = await changeContact(id, change);
    if (problem === undefined) offerFormer(id, chat.contact.name, former);
    return problem;
  }

  return (
    <>
      <Row name={t('context.email')}>
        <EditableText
          key={email}
          type="email"
          label={t('context.email')}
          value={email ?? ''}
          placeholder={t('context.add')}
          maxLength={254}
          onSave={(typed) => save({ email: typed === '' ? null : typed }, { email })}
        />
      </Row>
      <Row name={t('context.language')}>
        <select
          aria-label={t('context.language')}
          className={styles['select']}
          value={language ?? ''}
          onChange={({ target: { value } }) =>
            void save({ language: value === '' ? null : value }, { language })
          }
        >
          <option value="">{t('context.unknownLanguage')}</option>
          {languageChoices(i18n.language, language).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Row>
    </>
  );
}

function Detail({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Row name={name}>
      <bdi>{value}</bdi>
    </Row>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['detail']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function useWindowText(chat: Chat): string {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const state = windowState(chat.windowExpiresAt, now);
  switch (state.kind) {
    case 'open':
      return t('context.windowUntil', {
        time: nearMomentText(now + state.remainingMs, now, i18n.language),
      });
    case 'closed':
      return t('context.windowClosed');
    case 'never_opened':
      return t('context.windowNever');
    default:
      return unreachable(state);
  }
}
