import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CirclePause } from 'lucide-react';
import type { Account, SendingPause } from '#shared/models/account.ts';
import { resumeSending, useStatus } from '../stores/status.ts';
import { Button } from '../ui/Button.tsx';
import styles from './PauseBanner.module.css';

/** Says of every number from which nothing leaves why that is, and lets it try again. */
export function PauseBanner() {
  const accounts = useStatus(({ status }) => status?.accounts);
  return (
    <output className={styles['banners']}>
      {accounts?.map((account) =>
        account.sendingPause === null ? null : (
          <Paused key={account.id} account={account} pause={account.sendingPause} />
        ),
      )}
    </output>
  );
}

interface PausedProps {
  readonly account: Account;
  readonly pause: SendingPause;
}

function Paused({ account, pause }: PausedProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string>();
  return (
    <div className={styles['banner']}>
      <CirclePause aria-hidden="true" size={18} strokeWidth={1.75} className={styles['icon']} />
      <p className={styles['words']}>
        <strong>{t('pause.title', { name: account.name, reason: pause.title })}</strong>{' '}
        {pause.advice}{' '}
        {pause.code !== null && (
          <span className={styles['code']}>{t('message.errorCode', { code: pause.code })}</span>
        )}
        {failure}
      </p>
      <Button kind="quiet" onClick={() => void resumeSending(account.id).then(setFailure)}>
        {t('pause.resume')}
      </Button>
    </div>
  );
}
