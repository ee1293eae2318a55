import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/models/account.ts';
import styles from './NewChatDialog.module.css';

interface AccountSelectProps {
  readonly accounts: readonly Account[];
  /** Null: the one they wrote to last. */
  readonly chosen: AccountId | null;
  readonly onChoose: (account: AccountId | null) => void;
}

/** Which of our numbers writes. */
export function AccountSelect({ accounts, chosen, onChoose }: AccountSelectProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles['account']}>
      <label htmlFor={id}>{t('contacts.newChat.from')}</label>
      <select
        id={id}
        className={styles['select']}
        value={chosen ?? ''}
        onChange={({ target: { value } }) =>
          onChoose(accounts.find((account) => String(account.id) === value)?.id ?? null)
        }
      >
        <option value="">{t('contacts.newChat.latestNumber')}</option>
        {accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {account.name}
          </option>
        ))}
      </select>
    </div>
  );
}
