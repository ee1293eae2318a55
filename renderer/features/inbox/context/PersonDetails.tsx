import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import type { ContactProfile } from '#shared/models/contact-profile.ts';
import { unreachable } from '#shared/unreachable.ts';
import { windowState } from '#shared/window.ts';
import { Detail } from '../../../person/Detail.tsx';
import { WrittenDetails } from '../../../person/WrittenDetails.tsx';
import person from '../../../person/person.module.css';
import { phoneText } from '../../../ui/contact-text.ts';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
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
      <dl className={person['details']}>
        {phone !== null && <Detail name={t('context.phone')} value={phoneText(phone)} />}
        {username !== null && <Detail name={t('context.username')} value={`@${username}`} />}
        {profile !== undefined && <WrittenDetails name={chat.contact.name} profile={profile} />}
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
