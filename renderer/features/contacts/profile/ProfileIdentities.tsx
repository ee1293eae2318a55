import { useTranslation } from 'react-i18next';
import type { PersonIdentity } from '#shared/models/person.ts';
import { unreachable } from '#shared/unreachable.ts';
import { phoneText } from '../../../ui/contact-text.ts';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ProfileCard } from './ProfileCard.tsx';
import styles from './ContactProfile.module.css';

interface ProfileIdentitiesProps {
  readonly identities: readonly PersonIdentity[];
}

/** By what WhatsApp knows them: numbers change, usernames come and go, the person stays. */
export function ProfileIdentities({ identities }: ProfileIdentitiesProps) {
  const { t } = useTranslation();
  const current = identities.filter(({ until }) => until === null);
  const former = identities.filter(({ until }) => until !== null);
  return (
    <ProfileCard title={t('person.knownAs')}>
      <IdentityList identities={current} />
      {former.length > 0 && (
        <details className={styles['past']}>
          <summary>{t('person.formerly', { count: former.length })}</summary>
          <IdentityList identities={former} />
        </details>
      )}
    </ProfileCard>
  );
}

function IdentityList({ identities }: ProfileIdentitiesProps) {
  return (
    <ul className={styles['rows']}>
      {identities.map((identity) => (
        <li key={`${identity.kind} ${identity.value}`}>
          <IdentityRow identity={identity} />
        </li>
      ))}
    </ul>
  );
}

function IdentityRow({ identity }: { readonly identity: PersonIdentity }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { kind, since, until } = identity;
  const from = nearMomentText(since, now, i18n.language);
  return (
    <div className={styles['row']}>
      <span className={styles['rowWords']}>
        <bdi>{shownValue(identity)}</bdi>
        <span className={styles['meta']}>
          {t(`person.identity.${kind}`)} ·{' '}
          {until === null
            ? t('person.since', { time: from })
            : t('person.fromTo', { from, to: nearMomentText(until, now, i18n.language) })}
        </span>
      </span>
    </div>
  );
}

function shownValue({ kind, value }: PersonIdentity): string {
  switch (kind) {
    case 'phone':
      return phoneText(value);
    case 'username':
      return `@${value}`;
    case 'wa_id':
    case 'bsuid':
    case 'parent_bsuid':
      return value;
    default:
      return unreachable(kind);
  }
}
