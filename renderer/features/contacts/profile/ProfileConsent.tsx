import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BellOff, BellRing, CircleHelp } from 'lucide-react';
import type { ConsentEntry } from '#shared/models/consent.ts';
import type { Contact } from '#shared/models/contact.ts';
import { usePerson } from '../../../stores/person.ts';
import { saveLedger } from '../../../stores/person-changes.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConsentLedger } from './ConsentLedger.tsx';
import { ConsentRecord } from './ConsentRecord.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import styles from './ProfileConsent.module.css';

/** Whether they want offers, how that is known, and what they told the owner themselves. */
export function ProfileConsent({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const ledger = usePerson((state) => state.ledger);
  const [recording, setRecording] = useState<ConsentEntry['kind']>();
  return (
    <ProfileCard
      title={t('consent.title')}
      action={
        ledger.length > 0 && (
          <Button
            kind="text"
            className={styles['link']}
            onClick={() => void saveLedger(contact.id)}
          >
            {t('consent.save')}
          </Button>
        )
      }
    >
      <Standing optedOut={contact.optedOut} isSaid={ledger.length > 0} />
      {recording === undefined ? (
        <div className={styles['choices']}>
          <Button kind="quiet" className={styles['choice']} onClick={() => setRecording('opt_out')}>
            {t('consent.recordOut')}
          </Button>
          <Button kind="quiet" className={styles['choice']} onClick={() => setRecording('opt_in')}>
            {t('consent.recordIn')}
          </Button>
        </div>
      ) : (
        <ConsentRecord
          contactId={contact.id}
          kind={recording}
          onDone={() => setRecording(undefined)}
        />
      )}
      <ConsentLedger entries={ledger} />
    </ProfileCard>
  );
}

interface StandingProps {
  readonly optedOut: boolean;
  readonly isSaid: boolean;
}

function Standing({ optedOut, isSaid }: StandingProps) {
  const { t } = useTranslation();
  const standing = optedOut ? 'out' : isSaid ? 'in' : 'open';
  const Icon = { out: BellOff, in: BellRing, open: CircleHelp }[standing];
  return (
    <p className={styles['standing']} data-standing={standing}>
      <Icon aria-hidden="true" size={18} strokeWidth={1.75} />
      <span>{t(`consent.standing.${standing}`)}</span>
    </p>
  );
}
