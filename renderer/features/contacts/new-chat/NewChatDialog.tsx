import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '#shared/ids.ts';
import { askForNewChat, writeTo } from '../../../stores/open-chat.ts';
import { useStatus } from '../../../stores/status.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useHomeCountry } from '../phone/home-country.ts';
import { CountrySelect } from '../phone/CountrySelect.tsx';
import { usePhoneCheck } from '../phone/use-phone-check.ts';
import { AccountSelect } from './AccountSelect.tsx';
import { NewChatOption } from './NewChatOption.tsx';
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
  const listId = useId();
  const home = useHomeCountry();
  const accounts = useStatus((state) => state.status?.accounts)?.filter(({ isActive }) => isActive);
  const [account, setAccount] = useState<AccountId | null>(null);
  const [typed, setTyped] = useState('');
  const [country, setCountry] = useState(home);
  const [at, setAt] = useState(0);
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
  const active = Math.min(at, options.length - 1);

  function choose(option: Addressee | undefined) {
    if (option === undefined) return;
    askForNewChat(false);
    const who =
      option.kind === 'person' ? { contactId: option.contact.id } : { phone: option.phone };
    void writeTo(who, account);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      setAt((active + step + options.length) % options.length);
    } else if (event.key === 'Enter') choose(options[active]);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['choice']}>
      {accounts !== undefined && accounts.length > 1 && (
        <AccountSelect accounts={accounts} chosen={account} onChoose={setAccount} />
      )}
      <input
        role="combobox"
        dir="auto"
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        aria-label={t('contacts.newChat.field')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
        placeholder={t('contacts.newChat.field')}
        className={styles['field']}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isNumber && !typed.trim().startsWith('+') && (
        <CountrySelect country={country} onCountry={setCountry} />
      )}
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is led by the field above
        role="listbox"
        id={listId}
        aria-label={t('contacts.newChat.people')}
        className={styles['list']}
      >
        {options.map((option, index) => (
          <NewChatOption
            key={option.kind === 'person' ? option.contact.id : option.phone}
            id={`${listId}-${index}`}
            option={option}
            isActive={index === active}
            onPoint={() => setAt(index)}
            onChoose={() => choose(option)}
          />
        ))}
      </div>
      {options.length === 0 && <p className={styles['none']}>{t('contacts.newChat.nobody')}</p>}
      <p className={styles['hint']}>{t('contacts.newChat.hint')}</p>
    </div>
  );
}
