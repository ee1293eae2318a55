import { useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import type { ConsentEntry } from '#shared/models/consent.ts';
import { recordConsent } from '../../../stores/person-changes.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './ProfileConsent.module.css';

interface ConsentRecordProps {
  readonly contactId: ContactId;
  readonly kind: ConsentEntry['kind'];
  readonly onDone: () => void;
}

/** What they said outside WhatsApp. Without where the owner has it from, it would prove nothing. */
export function ConsentRecord({ contactId, kind, onDone }: ConsentRecordProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();

  async function record() {
    if (reason.trim() === '') return setProblem(t('consent.reasonMissing'));
    const refusal = await recordConsent(contactId, kind, reason);
    if (refusal === undefined) return onDone();
    return setProblem(t('message.couldNot', { reason: refusal }));
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void record();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onDone();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it, as the button does
    <form className={styles['record']} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <label className={styles['label']}>
        {t(`consent.reason.${kind}`)}
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- one asked for it to write into it
          autoFocus
          dir="auto"
          maxLength={500}
          placeholder={t('consent.reasonExample')}
          aria-invalid={problem !== undefined}
          className={styles['field']}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
      <p className={styles['hint']}>{t('consent.stays')}</p>
      <div className={styles['choices']}>
        <Button kind="primary" type="submit" className={styles['choice']}>
          {t(`consent.record.${kind}`)}
        </Button>
        <Button kind="quiet" className={styles['choice']} onClick={onDone}>
          {t('consent.cancel')}
        </Button>
      </div>
    </form>
  );
}
