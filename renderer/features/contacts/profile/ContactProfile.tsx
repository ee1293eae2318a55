import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import type { ContactProfile as Profile } from '#shared/models/contact-profile.ts';
import type { Person } from '#shared/models/person.ts';
import { PersonHead } from '../../../person/PersonHead.tsx';
import { PersonNote } from '../../../person/PersonNote.tsx';
import { Timeline } from '../../../person/Timeline.tsx';
import { closePerson, openPerson, refreshStory, usePerson } from '../../../stores/person.ts';
import { goToScreen } from '../../../stores/route.ts';
import { showMessage } from '../../../stores/thread.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProfileActions } from './ProfileActions.tsx';
import { ProfileBlocks } from './ProfileBlocks.tsx';
import { ProfileChats } from './ProfileChats.tsx';
import { ProfileConsent } from './ProfileConsent.tsx';
import { ProfileDetails } from './ProfileDetails.tsx';
import { ProfileFields } from './ProfileFields.tsx';
import { ProfileIdentities } from './ProfileIdentities.tsx';
import { ProfileLabels } from './ProfileLabels.tsx';
import styles from './ContactProfile.module.css';

/** One person whole: what is known, what they allowed, and everything that happened. */
export function ContactProfile({ contactId }: { readonly contactId: ContactId }) {
  const { t } = useTranslation();
  const { person, profile, problem } = usePerson();

  useEffect(() => {
    void openPerson(contactId);
    void refreshStory();
    return closePerson;
  }, [contactId]);

  return (
    <section
      aria-label={t('person.label')}
      aria-busy={person === undefined}
      className={styles['profile']}
    >
      {problem !== undefined && <Trouble problem={problem} />}
      {problem === undefined && person !== undefined && profile !== undefined && (
        <Whole person={person} profile={profile} />
      )}
    </section>
  );
}

function Trouble({ problem }: { readonly problem: string }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles['trouble']}>
      <p>{problem}</p>
      <Button kind="quiet" onClick={() => goToScreen('contacts')}>
        {t('person.toList')}
      </Button>
    </div>
  );
}

interface WholeProps {
  readonly person: Person;
  readonly profile: Profile;
}

function Whole({ person, profile }: WholeProps) {
  const { contact } = person;
  return (
    <>
      <ProfileActions person={person} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <div className={styles['card']}>
            <PersonHead contact={contact} profile={profile} />
          </div>
          <ProfileDetails contact={contact} profile={profile} identities={person.identities} />
          <ProfileLabels contact={contact} />
          <ProfileFields contact={contact} fields={person.fields} />
          <div className={styles['card']}>
            <PersonNote key={profile.id} profile={profile} name={contact.name} />
          </div>
          <ProfileChats chats={person.chats} />
        </div>
        <div className={styles['column']}>
          <ProfileConsent contact={contact} />
          <ProfileBlocks contact={contact} blocks={person.blocks} />
          <ProfileIdentities identities={person.identities} />
          <div className={styles['card']}>
            <Timeline onJump={({ chatId, id }) => void showMessage(chatId, id)} />
          </div>
        </div>
      </div>
    </>
  );
}
