import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/models/contact.ts';
import type { ContactProfile } from '#shared/models/contact-profile.ts';
import { Detail } from '../../../person/Detail.tsx';
import { WrittenDetails } from '../../../person/WrittenDetails.tsx';
import person from '../../../person/person.module.css';
import { phoneText } from '../../../ui/contact-text.ts';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ProfileCard } from './ProfileCard.tsx';

interface ProfileDetailsProps {
  readonly contact: Contact;
  readonly profile: ContactProfile;
}

export function ProfileDetails({ contact, profile }: ProfileDetailsProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { phone, username, name, latestMessageAt } = contact;
  return (
    <ProfileCard title={t('context.details')}>
      <dl className={person['details']}>
        <Detail
          name={t('context.phone')}
          value={phone === null ? t('person.phoneUnknown') : phoneText(phone)}
        />
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
