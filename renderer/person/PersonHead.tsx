import { useTranslation } from 'react-i18next';
import type { ChatContact } from '#shared/models/chat.ts';
import type { ContactProfile } from '#shared/models/contact-profile.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { contactHandle, contactName } from '../ui/contact-text.ts';
import { changeContact, offerFormer } from '../stores/person-changes.ts';
import { EditableText } from '../ui/EditableText.tsx';
import styles from './person.module.css';

interface PersonHeadProps {
  readonly contact: ChatContact;
  readonly profile: ContactProfile | undefined;
}

export function PersonHead({ contact, profile }: PersonHeadProps) {
  const { t } = useTranslation();
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
      <Standing contact={contact} />
    </div>
  );
}

function Standing({ contact }: { readonly contact: ChatContact }) {
  const { t } = useTranslation();
  const { isBlocked, optedOut } = contact;
  if (!isBlocked && !optedOut) return null;
  return (
    <p className={styles['chips']}>
      {isBlocked && <span className={styles['blocked']}>{t('context.blocked')}</span>}
      {optedOut && <span className={styles['optedOut']}>{t('context.optedOut')}</span>}
    </p>
  );
}
