import { useTranslation } from 'react-i18next';
import { Search } from 'lucide-react';
import { showBlocks, useBlockList } from '../../stores/block-list.ts';
import { useStatus } from '../../stores/status.ts';
import styles from './BlocksTools.module.css';

/** What to look for, at which number, and how many there are. */
export function BlocksTools() {
  const { t } = useTranslation();
  const text = useBlockList((state) => state.text);
  return (
    <div className={styles['tools']}>
      <label className={styles['search']}>
        <Search aria-hidden="true" size={17} strokeWidth={1.75} />
        <input
          type="search"
          aria-label={t('blocks.screen.search')}
          placeholder={t('blocks.screen.searchHint')}
          value={text}
          maxLength={200}
          className={styles['field']}
          onChange={({ target: { value } }) => void showBlocks({ text: value })}
        />
      </label>
      <NumberFilter />
      <Count />
    </div>
  );
}

function NumberFilter() {
  const { t } = useTranslation();
  const accountId = useBlockList((state) => state.accountId);
  const accounts = useStatus((state) => state.status?.accounts) ?? [];
  if (accounts.length < 2) return null;
  return (
    <select
      aria-label={t('blocks.screen.number')}
      value={accountId ?? ''}
      className={styles['number']}
      onChange={({ target: { value } }) => {
        const chosen = accounts.find(({ id }) => String(id) === value);
        void showBlocks({ accountId: chosen?.id ?? null });
      }}
    >
      <option value="">{t('blocks.screen.allNumbers')}</option>
      {accounts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** How many are blocked now, at the number that is shown. */
function Count() {
  const { t } = useTranslation();
  const shown = useBlockList((state) => state.accountId);
  const numbers = useBlockList((state) => state.numbers);
  const isActive = useBlockList((state) => state.tab === 'active');
  const count = numbers
    .filter(({ accountId }) => shown === null || accountId === shown)
    .reduce((sum, { active }) => sum + active, 0);
  if (!isActive || count === 0) return null;
  return <p className={styles['count']}>{t('blocks.screen.count', { count })}</p>;
}
