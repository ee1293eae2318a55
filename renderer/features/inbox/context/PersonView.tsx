import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import { useContext } from '../../../stores/context.ts';
import { useStatus } from '../../../stores/status.ts';
import { PersonBlock } from './PersonBlock.tsx';
import { PersonDetails } from './PersonDetails.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PersonLabels } from './PersonLabels.tsx';
import { PersonNote } from './PersonNote.tsx';
import { SharedGlimpse } from './SharedGlimpse.tsx';
import { Timeline } from './Timeline.tsx';
import styles from './ContextPanel.module.css';

export function PersonView({ chat }: { readonly chat: Chat }) {
  const profile = useContext((state) => state.profile);
  return (
    <>
      <PersonHead chat={chat} profile={profile} />
      <PersonLabels chat={chat} />
      <PersonDetails chat={chat} profile={profile} />
      {profile !== undefined && (
        <PersonNote key={profile.id} profile={profile} name={chat.contact.name} />
      )}
      <SharedGlimpse />
      <PersonBlock chat={chat} />
      <Timeline contactId={chat.contact.id} />
      <PracticeNote accountId={chat.accountId} />
    </>
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
