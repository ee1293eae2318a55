import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/models/contact.ts';
import type { ContactProfile } from '#shared/models/contact-profile.ts';
import type { PersonIdentity } from '#shared/models/person.ts';
import { Detail, DetailRow } from '../../../person/Detail.tsx';
import { WrittenDetails } from '../../../person/WrittenDetails.tsx';
import person from '../../../person/person.module.css';
import { correctPhone } from '../../../stores/person-changes.ts';
import { EditableText } from '../../../ui/EditableText.tsx';
import { phoneText } from '../../../ui/contact-text.ts';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ProfileCard } from './ProfileCard.tsx';

interface ProfileDetailsProps {
  readonly contact: Contact;
  readonly profile: ContactProfile;
  readonly identities: readonly PersonIdentity[];
}

export function ProfileDetails({ contact, profile, identities }: ProfileDetailsProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { phone, username, name, latestMessageAt } = contact;
  /** What WhatsApp told is no more the owner’s to correct. */
  const isTold = phone !== null && identities.some(({ kind }) => kind === 'wa_id');
  return (
    <ProfileCard title={t('context.details')}>
      <dl className={person['details']}>
        <DetailRow name={t('context.phone')}>
          {isTold ? (
            <bdi>{phoneText(phone ?? '')}</bdi>
          ) : (
            <EditableText
              key={phone}
              label={t('context.phone')}
              value={phone === null ? '' : phoneText(phone)}
              placeholder={t('person.phoneExample')}
              maxLength={60}
              onSave={(typed) =>
                typed === ''
                  ? Promise.resolve(t('person.phoneStays'))
                  : correctPhone(contact, typed)
              }
            />
          )}
        </DetailRow>
        {username !== null && <Detail name={t('context.username')} value={`@${username}`} />}
        <WrittenDetails name={name} profile={profile} />
        <Detail
          name={t('person.lastMessage')}
          value={
            latestMessageAt === null
              ? t('context.never')
              : nearMomentText(latestMessageAt, now, i18n.language)
          }
        />
        <Detail
          name={t('person.knownSince')}
          value={nearMomentText(profile.createdAt, now, i18n.language)}
        />
      </dl>
    </ProfileCard>
  );
}
