import { useTranslation } from 'react-i18next';
import { windowState } from '#shared/window.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Chat } from '#shared/models/chat.ts';
import { contactHandle, contactName, phoneText } from '../../../ui/contact-text.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useChats } from '../../../stores/chats.ts';
import { useStatus } from '../../../stores/status.ts';
import styles from './ContextPanel.module.css';

export function ContextPanel() {
  const { t } = useTranslation();
  const chat = useChats((state) => state.open);
  if (chat === undefined) return null;
  const { contact } = chat;
  return (
    <aside aria-label={t('context.label')} className={styles['panel']}>
      <div className={styles['person']}>
        <Avatar contact={contact} size="large" />
        <h2 dir="auto" className={styles['name']}>
          {contactName(contact)}
        </h2>
        <Handle chat={chat} />
        <Standing chat={chat} />
      </div>
      <Details chat={chat} />
      <PracticeNote accountId={chat.accountId} />
    </aside>
  );
}

function Handle({ chat }: { readonly chat: Chat }) {
  const handle = contactHandle(chat.contact);
  if (handle === null) return null;
  return <bdi className={styles['handle']}>{handle}</bdi>;
}

function Standing({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const { isBlocked, optedOut } = chat.contact;
  if (!isBlocked && !optedOut) return null;
  return (
    <p className={styles['chips']}>
      {isBlocked && <span className={styles['blocked']}>{t('context.blocked')}</span>}
      {optedOut && <span className={styles['optedOut']}>{t('context.optedOut')}</span>}
    </p>
  );
}

function Details({ chat }: { readonly chat: Chat }) {
  const { t, i18n } = useTranslation();
  const windowText = useWindowText(chat);
  const now = useNow();
  const { phone, username } = chat.contact;
  return (
    <section className={styles['section']}>
      <h3 className={styles['sectionTitle']}>{t('context.details')}</h3>
      <dl className={styles['details']}>
        {phone !== null && <Detail name={t('context.phone')} value={phoneText(phone)} />}
        {username !== null && <Detail name={t('context.username')} value={`@${username}`} />}
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
        {chat.contact.optedOut && (
          <Detail name={t('context.marketing')} value={t('context.optedOut')} />
        )}
      </dl>
    </section>
  );
}

function Detail({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles['detail']}>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
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

function PracticeNote({ accountId }: { readonly accountId: Chat['accountId'] }) {
  const { t } = useTranslation();
  const isPractice = useStatus((state) =>
    state.status?.accounts.some((account) => account.id === accountId && account.isPractice),
  );
  if (isPractice !== true) return null;
  return <p className={styles['note']}>{t('context.practice')}</p>;
}
