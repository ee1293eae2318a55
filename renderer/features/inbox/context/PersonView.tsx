import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import { PersonFields } from '../../../person/PersonFields.tsx';
import type { PersonFieldsProps } from '../../../person/PersonFields.tsx';
import { PersonHead } from '../../../person/PersonHead.tsx';
import { PersonNote } from '../../../person/PersonNote.tsx';
import { Timeline } from '../../../person/Timeline.tsx';
import { jumpFromPanel } from '../../../stores/context.ts';
import { usePerson } from '../../../stores/person.ts';
import { goToScreen } from '../../../stores/route.ts';
import { useStatus } from '../../../stores/status.ts';
import { Button } from '../../../ui/Button.tsx';
import { PersonBlock } from './PersonBlock.tsx';
import { PersonDetails } from './PersonDetails.tsx';
import { PersonLabels } from './PersonLabels.tsx';
import { SharedGlimpse } from './SharedGlimpse.tsx';
import styles from './ContextPanel.module.css';

export function PersonView({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const profile = usePerson((state) => state.profile);
  const fields = usePerson((state) => state.person?.fields);
  return (
    <>
      <PersonHead contact={chat.contact} profile={profile} />
      <PersonLabels chat={chat} />
      <PersonDetails chat={chat} profile={profile} />
      {fields !== undefined && <FilledFields contact={chat.contact} fields={fields} />}
      {profile !== undefined && (
        <PersonNote key={profile.id} profile={profile} name={chat.contact.name} />
      )}
      <SharedGlimpse />
      <PersonBlock chat={chat} />
      <Timeline onJump={jumpFromPanel} />
      <p className={styles['whole']}>
        <Button
          kind="text"
          className={styles['edit']}
          onClick={() => goToScreen('contacts', String(chat.contact.id))}
        >
          {t('context.whole')}
        </Button>
      </p>
      <PracticeNote accountId={chat.accountId} />
    </>
  );
}

/** Empty fields are filled on the screen of the person, where there is room for them. */
function FilledFields({ contact, fields }: PersonFieldsProps) {
  const { t } = useTranslation();
  const filled = fields.filter(({ value }) => value !== null);
  if (filled.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h3 className={styles['sectionTitle']}>{t('person.fields')}</h3>
      <PersonFields contact={contact} fields={filled} />
    </section>
  );
}

function PracticeNote({ accountId }: { readonly accountId: Chat['accountId'] }) {
  const { t } = useTranslation();
  const isPractice = useStatus((state) =>
    state.status?.accounts.some((account) => account.id === accountId && account.isPractice),
  );
  if (isPractice !== true) return null;
  return <p className={styles['note']}>{t('context.practice')}</p>;
}
