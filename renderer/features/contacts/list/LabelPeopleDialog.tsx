import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Minus, Plus } from 'lucide-react';
import { labelKey } from '#shared/label.ts';
import type { ContactId } from '#shared/ids.ts';
import type { Label } from '#shared/models/label.ts';
import {
  askForContactLabels,
  labelPeople,
  useContactLabels,
} from '../../../stores/contact-labels.ts';
import { createLabel, useLabels } from '../../../stores/labels.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LabelDot } from '../../../ui/LabelDot.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './LabelPeopleDialog.module.css';

/** Puts labels on many people at once, or takes them off. */
export function LabelPeopleDialog() {
  const { t } = useTranslation();
  const asking = useContactLabels((state) => state.asking);
  return (
    <Dialog
      title={t('contacts.labelDialog.title', { count: asking.length })}
      isOpen={asking.length > 0}
      beginsInField
      onClose={() => askForContactLabels([])}
    >
      <Choices contactIds={asking} />
    </Dialog>
  );
}

function Choices({ contactIds }: { readonly contactIds: readonly ContactId[] }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const all = useLabels((state) => state.all);
  const wanted = labelKey(typed);
  const fitting = all.filter(({ name }) => labelKey(name).includes(wanted));
  const isNew = wanted !== '' && all.every(({ name }) => labelKey(name) !== wanted);

  function apply(label: Label, isOn: boolean) {
    askForContactLabels([]);
    void labelPeople(contactIds, label, isOn);
  }

  async function enter() {
    if (isNew) {
      const label = await createLabel(typed.trim());
      if (label !== undefined) apply(label, true);
    } else if (fitting[0] !== undefined && wanted !== '') apply(fitting[0], true);
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <TextField label={t('labels.field')} value={typed} limit={60} onChange={setTyped} />
      <ul className={styles['list']}>
        {fitting.map((label) => (
          <li key={label.id} className={styles['label']}>
            <LabelDot color={label.color} />
            <bdi className={styles['name']}>{label.name}</bdi>
            <IconButton
              icon={Plus}
              label={t('contacts.labelDialog.put', { label: label.name })}
              onClick={() => apply(label, true)}
            />
            <IconButton
              icon={Minus}
              label={t('contacts.labelDialog.take', { label: label.name })}
              onClick={() => apply(label, false)}
            />
          </li>
        ))}
      </ul>
      {isNew && (
        <Button kind="quiet" type="submit">
          {t('labels.create', { name: typed.trim() })}
        </Button>
      )}
    </form>
  );
}
