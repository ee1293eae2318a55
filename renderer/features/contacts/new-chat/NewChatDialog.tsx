import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '#shared/ids.ts';
import { askForNewChat, writeTo } from '../../../stores/open-chat.ts';
import { useStatus } from '../../../stores/status.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useHomeCountry } from '../phone/home-country.ts';
import { CountrySelect } from '../phone/CountrySelect.tsx';
import { usePhoneCheck } from '../phone/use-phone-check.ts';
import { AccountSelect } from './AccountSelect.tsx';
import { AddresseeBox } from './AddresseeBox.tsx';
import type { Addressee } from './NewChatOption.tsx';
import { usePeopleFound } from './use-people-found.ts';
import styles from './NewChatDialog.module.css';

/** Whom to write to: somebody who is known, or a new number. */
export function NewChatDialog() {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('contacts.newChat.title')}
      isOpen
      beginsInField
      returnsFocus={false}
      onClose={() => askForNewChat(false)}
    >
      <Choice />
    </Dialog>
  );
}

function Choice() {
  const { t } = useTranslation();
  const home = useHomeCountry();
  const accounts = useStatus((state) => state.status?.accounts)?.filter(({ isActive }) => isActive);
  const [account, setAccount] = useState<AccountId | null>(null);
  const [typed, setTyped] = useState('');
  const [country, setCountry] = useState(home);
  const people = usePeopleFound(typed);
  const isNumber = /^[+\d\s().-]{4,}$/.test(typed.trim());
  const check = usePhoneCheck(isNumber ? typed : '', country);
  const options: Addressee[] = people.map((contact) => ({ kind: 'person', contact }));
  if (check?.kind === 'number') {
    const { phone, written, holder } = check;
    if (holder === null) options.unshift({ kind: 'number', phone, written });
    else if (people.every(({ id }) => id !== holder.id)) {
      options.unshift({ kind: 'person', contact: holder });
    }
  }

  function choose(option: Addressee) {
    askForNewChat(false);
    const who =
      option.kind === 'person' ? { contactId: option.contact.id } : { phone: option.phone };
    void writeTo(who, account);
  }

  return (
    <div className={styles['choice']}>
      {accounts !== undefined && accounts.length > 1 && (
        <AccountSelect accounts={accounts} chosen={account} onChoose={setAccount} />
      )}
      <AddresseeBox
        label={t('contacts.newChat.field')}
        typed={typed}
        onType={setTyped}
        options={options}
        nobody={t('contacts.newChat.nobody')}
        onChoose={choose}
      >
        {isNumber && !typed.trim().startsWith('+') && (
          <CountrySelect country={country} onCountry={setCountry} />
        )}
      </AddresseeBox>
      <p className={styles['hint']}>{t('contacts.newChat.hint')}</p>
    </div>
  );
}
