import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/models/contact.ts';
import { call } from '../../../stores/core.ts';
import { goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useHomeCountry } from '../phone/home-country.ts';
import { PhoneField } from '../phone/PhoneField.tsx';
import { usePhoneCheck } from '../phone/use-phone-check.ts';
import styles from './NewContactDialog.module.css';

/** Adds one person by hand. Whoever has the number already is offered instead. */
export function NewContactDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('contacts.createDialog.title')} isOpen beginsInField onClose={onClose}>
      <Form onClose={onClose} />
    </Dialog>
  );
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const home = useHomeCountry();
  const [phone, setPhone] = useState('');
  const [country, setCountry] = useState(home);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [wasSent, setSent] = useState(false);
  const [problem, setProblem] = useState<string>();
  const check = usePhoneCheck(phone, country);
  const holder = check?.kind === 'number' ? check.holder : null;

  async function save() {
    setSent(true);
    setProblem(undefined);
    if (check?.kind !== 'number' || holder !== null) return;
    const result = await call('contacts.create', {
      phone: check.phone,
      name: name.trim() === '' ? null : name.trim(),
      email: email.trim() === '' ? null : email.trim(),
    });
    if (result.ok) open(result.data);
    else setProblem(result.error.message);
  }

  function open({ id }: Contact) {
    onClose();
    goToScreen('contacts', String(id));
  }

  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PhoneField
        label={t('contacts.createDialog.phone')}
        text={phone}
        country={country}
        check={check}
        saysProblem={wasSent}
        onText={setPhone}
        onCountry={setCountry}
      />
      {holder !== null && <Taken holder={holder} onOpen={() => open(holder)} />}
      <TextField label={t('contacts.createDialog.name')} value={name} onChange={setName} />
      <TextField
        label={t('contacts.createDialog.email')}
        dir="ltr"
        value={email}
        onChange={setEmail}
      />
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <Button kind="primary" type="submit" disabled={holder !== null}>
        {t('contacts.createDialog.save')}
      </Button>
    </form>
  );
}

interface TakenProps {
  readonly holder: Contact;
  readonly onOpen: () => void;
}

function Taken({ holder, onOpen }: TakenProps) {
  const { t } = useTranslation();
  return (
    <output className={styles['taken']}>
      <span>{t('contacts.phone.taken', { name: holder.name })}</span>
      <Button kind="text" onClick={onOpen}>
        {t('contacts.phone.open', { name: holder.name })}
      </Button>
    </output>
  );
}
