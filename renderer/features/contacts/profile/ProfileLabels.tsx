import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { labelKey } from '#shared/label.ts';
import type { Contact } from '#shared/models/contact.ts';
import type { Label } from '#shared/models/label.ts';
import { createLabel, loadLabels, useLabels } from '../../../stores/labels.ts';
import { labelPerson } from '../../../stores/person-changes.ts';
import { Button } from '../../../ui/Button.tsx';
import { LabelChip } from '../../../ui/LabelChip.tsx';
import chips from '../../../ui/labels.module.css';
import { ProfileCard } from './ProfileCard.tsx';
import styles from './ProfileLabels.module.css';

/** The labels of a person, each with its way off, and a field that puts another on. */
export function ProfileLabels({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);

  function takeOff(label: Label) {
    void labelPerson(contact, label, false);
    // The button goes with its label; without the focus nobody could go on by keyboard.
    field.current?.focus();
  }

  return (
    <ProfileCard title={t('labels.name')}>
      <ul className={chips['chips']}>
        {contact.labels.map((label) => (
          <li key={label.id} className={styles['carried']}>
            <LabelChip label={label} />
            <button
              type="button"
              aria-label={t('person.takeLabel', { label: label.name })}
              className={styles['take']}
              onClick={() => takeOff(label)}
            >
              <X aria-hidden="true" size={14} strokeWidth={2} />
            </button>
          </li>
        ))}
      </ul>
      <AnotherLabel contact={contact} field={field} />
    </ProfileCard>
  );
}

interface AnotherLabelProps {
  readonly contact: Contact;
  readonly field: RefObject<HTMLInputElement | null>;
}

function AnotherLabel({ contact, field }: AnotherLabelProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const all = useLabels((state) => state.all);
  useEffect(() => void loadLabels(), []);
  const others = all.filter(({ id }) => contact.labels.every((label) => label.id !== id));

  async function put() {
    const label = known(all, typed) ?? (await createLabel(typed.trim()));
    if (label === undefined) return;
    setTyped('');
    await labelPerson(contact, label, true);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() !== '') void put();
  }

  return (
    <form className={styles['another']} onSubmit={onSubmit}>
      <input
        ref={field}
        dir="auto"
        list={listId}
        maxLength={60}
        aria-label={t('labels.field')}
        placeholder={t('labels.field')}
        className={styles['field']}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={listId}>
        {others.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <Button kind="quiet" type="submit" className={styles['put']}>
        {t('labels.add')}
      </Button>
    </form>
  );
}

function known(labels: readonly Label[], typed: string): Label | undefined {
  return labels.find(({ name }) => labelKey(name) === labelKey(typed));
}
