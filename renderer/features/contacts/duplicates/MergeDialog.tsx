import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import type { Contact } from '#shared/models/contact.ts';
import { mergeTwo } from '../../../stores/merges.ts';
import { stopMerging } from '../../../stores/merging.ts';
import { goToScreen, useRoute } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Comparison } from './Comparison.tsx';
import { PersonField } from './PersonField.tsx';
import { useMergePreview } from './use-merge-preview.ts';
import styles from './SuggestionCard.module.css';

/** Whom a person shall become one with, and what comes of it. */
export function MergeDialog({ contactId }: { readonly contactId: ContactId }) {
  const { t } = useTranslation();
  const [other, setOther] = useState<Contact>();
  return (
    <Dialog title={t('merges.withTitle')} isOpen beginsInField size="wide" onClose={stopMerging}>
      {other === undefined ? (
        <PersonField except={contactId} onChoose={setOther} />
      ) : (
        <Two contactId={contactId} other={other} onBack={() => setOther(undefined)} />
      )}
    </Dialog>
  );
}

interface TwoProps {
  readonly contactId: ContactId;
  readonly other: Contact;
  readonly onBack: () => void;
}

function Two({ contactId, other, onBack }: TwoProps) {
  const { t } = useTranslation();
  const answer = useMergePreview(contactId, other.id);
  const [isBusy, setBusy] = useState(false);

  if (answer === undefined) return <div className={styles['coming']} />;
  if (answer.kind === 'failed') return <p role="alert">{answer.message}</p>;
  const { contactIds, people, refusal } = answer.preview;

  async function merge() {
    setBusy(true);
    const kept = await mergeTwo(contactIds, [people[0].name, people[1].name]);
    if (kept === undefined) return setBusy(false);
    stopMerging();
    // Where the profile of the one who went is open, the one who stays takes its place.
    const { screen, path } = useRoute.getState();
    if (screen === 'contacts' && path === String(contactId)) goToScreen('contacts', String(kept));
  }

  return (
    <>
      <Comparison preview={answer.preview} />
      {refusal !== null && <p className={styles['refusal']}>{refusal}</p>}
      <div className={styles['actions']}>
        <Button
          // The field that had the focus has gone.
          ref={(button) => button?.focus()}
          kind="primary"
          disabled={isBusy || refusal !== null}
          onClick={() => void merge()}
        >
          {t('merges.merge')}
        </Button>
        <Button kind="quiet" disabled={isBusy} onClick={onBack}>
          {t('merges.somebodyElse')}
        </Button>
      </div>
    </>
  );
}
