import { useTranslation } from 'react-i18next';
import { RefreshCw } from 'lucide-react';
import { compare } from '../../stores/block-comparison.ts';
import { useBlockList } from '../../stores/block-list.ts';
import { useStatus } from '../../stores/status.ts';
import { Button } from '../../ui/Button.tsx';
import { nearMomentText } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.ts';
import styles from './BlocksHeader.module.css';

const TABS = [
  { name: 'active', href: '#/blocks' },
  { name: 'history', href: '#/blocks/history' },
] as const;

export function BlocksHeader() {
  const { t } = useTranslation();
  const tab = useBlockList((state) => state.tab);
  return (
    <header className={styles['header']}>
      <h1 className={styles['title']}>{t('blocks.title')}</h1>
      <nav aria-label={t('blocks.screen.tabs')} className={styles['tabs']}>
        {TABS.map(({ name, href }) => (
          <a
            key={name}
            href={href}
            aria-current={tab === name ? 'page' : undefined}
            className={styles['tab']}
          >
            {t(`blocks.screen.${name}`)}
          </a>
        ))}
      </nav>
      <Compared />
    </header>
  );
}

/** When the list was last compared with WhatsApp's, and the way to do it now. */
function Compared() {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const shown = useBlockList((state) => state.accountId);
  const numbers = useBlockList((state) => state.numbers);
  const accounts = useStatus((state) => state.status?.accounts) ?? [];
  const usable = accounts.filter(({ isActive }) => isActive);
  const account = usable.find(({ id }) => id === shown) ?? usable[0];
  if (account === undefined) return null;
  const { comparedAt = null } = numbers.find(({ accountId }) => accountId === account.id) ?? {};
  return (
    <div className={styles['compare']}>
      <span className={styles['when']}>
        {comparedAt === null
          ? t('blocks.compare.never')
          : t('blocks.compare.comparedAt', {
              time: nearMomentText(comparedAt, now, i18n.language),
            })}
      </span>
      <Button kind="quiet" className={styles['action']} onClick={() => void compare(account.id)}>
        <RefreshCw aria-hidden="true" size={16} strokeWidth={1.75} />
        {t('blocks.compare.action')}
      </Button>
    </div>
  );
}
