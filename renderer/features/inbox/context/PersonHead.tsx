import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import type { ContactProfile } from '#shared/models/contact-profile.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { contactHandle, contactName } from '../../../ui/contact-text.ts';
import { changeContact, offerFormer } from '../../../stores/context.ts';
import { EditableText } from './EditableText.tsx';
import styles from './ContextPanel.module.css';

interface PersonHeadProps {
  readonly chat: Chat;
  readonly profile: ContactProfile | undefined;
}

export function PersonHead({ chat, profile }: PersonHeadProps) {
  const { t } = useTranslation();
  const { contact } = chat;
  const handle = contactHandle(contact);
  const name = contactName(contact);

  async function rename(wanted: string) {
    const ownName = wanted === '' || wanted === profile?.givenName ? null : wanted;
    const problem = await changeContact(contact.id, { ownName });
    const former = { ownName: profile?.ownName ?? null };
    if (problem === undefined) offerFormer(contact.id, contact.name, former);
    return problem;
  }

  return (
    <div className={styles['person']}>
      <Avatar contact={contact} size="large" />
      <h2 className={styles['hiddenName']}>{name}</h2>
      <EditableText
        key={name}
        label={t('context.name')}
        value={name}
        placeholder={profile?.givenName ?? t('context.name')}
        maxLength={200}
        className={styles['name']}
        onSave={rename}
      />
      {profile?.ownName !== null && profile?.givenName !== null && profile !== undefined && (
        <p dir="auto" className={styles['given']}>
          {t('context.callsThemselves', { name: profile.givenName })}
        </p>
      )}
      {handle !== null && <bdi className={styles['handle']}>{handle}</bdi>}
      <Standing chat={chat} />
    </div>
  );
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
