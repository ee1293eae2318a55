import { useTranslation } from 'react-i18next';
import type { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/models/account.ts';
import styles from './BlockDialog.module.css';

interface NumberFieldProps {
  readonly accounts: readonly Account[];
  readonly chosen: AccountId;
  readonly onChoose: (id: AccountId) => void;
}

/** Which of our numbers blocks them: WhatsApp keeps a list for each. */
export function NumberField({ accounts, chosen, onChoose }: NumberFieldProps) {
  const { t } = useTranslation();
  return (
    <label className={styles['day']}>
      {t('blocks.number')}
      <select
        value={chosen}
        className={styles['date']}
        onChange={({ target: { value } }) => {
          const account = accounts.find(({ id }) => String(id) === value);
          if (account !== undefined) onChoose(account.id);
        }}
      >
        {accounts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
