import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageCirclePlus, Search, UserPlus, X } from 'lucide-react';
import { useCommand } from '../../../app/commands/handlers.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { showContacts, useContactList } from '../../../stores/contact-list.ts';
import { chooseNobody } from '../../../stores/contact-selection.ts';
import { askForNewChat } from '../../../stores/open-chat.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import styles from './ContactToolbar.module.css';

export function ContactToolbar({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTranslation();
  useCommand('newContact', onCreate);
  return (
    <div className={styles['toolbar']}>
      <SearchField />
      <ViewMenu />
      <IconButton
        icon={MessageCirclePlus}
        label={t('commands.newChat')}
        keys={commandKeysText('newChat', window.frontdesk.shell.platform)}
        onClick={() => askForNewChat(true)}
      />
      <Button kind="primary" className={styles['create']} onClick={onCreate}>
        <UserPlus aria-hidden="true" size={18} strokeWidth={1.75} />
        {t('contacts.create')}
      </Button>
    </div>
  );
}

function SearchField() {
  const { t } = useTranslation();
  const text = useContactList((state) => state.view.text);
  const field = useRef<HTMLInputElement>(null);
  useCommand('searchEverywhere', () => field.current?.focus());
  useCommand('searchChat', () => field.current?.focus());

  return (
    <search className={styles['search']}>
      <Search aria-hidden="true" size={18} strokeWidth={1.75} className={styles['icon']} />
      <input
        ref={field}
        dir="auto"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-label={t('contacts.search')}
        placeholder={t('contacts.search')}
        className={styles['input']}
        value={text}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          event.preventDefault();
          search('');
        }}
      />
      {text !== '' && (
        <IconButton icon={X} label={t('contacts.clearSearch')} onClick={() => search('')} />
      )}
    </search>
  );
}

function search(words: string) {
  chooseNobody();
  void showContacts({ text: words });
}
