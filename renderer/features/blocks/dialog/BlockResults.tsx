import { useTranslation } from 'react-i18next';
import { CircleCheck, CircleSlash } from 'lucide-react';
import { againRun, useBlockRun } from '../../../stores/block-run.ts';
import { stopBlocking } from '../../../stores/blocking.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './BlockDialog.module.css';

/** So many of those who were refused are named. */
const NAMED = 100;

/** What became of everyone, where it did not work for all. */
export function BlockResults() {
  const { t } = useTranslation();
  const { outcomes, left, failure } = useBlockRun();
  const failed = outcomes.filter(({ status }) => status === 'failed');
  const blocked = outcomes.length - failed.length;
  const again = failed.length + left.length;

  return (
    <div className={styles['form']}>
      {blocked > 0 && (
        <p className={styles['able']}>
          <CircleCheck aria-hidden="true" size={17} strokeWidth={1.75} />
          {t('blocks.ask.done', { count: blocked })}
        </p>
      )}
      {failed.length > 0 && (
        <>
          <p className={styles['unable']}>
            <CircleSlash aria-hidden="true" size={17} strokeWidth={1.75} />
            {t('blocks.ask.refused', { count: failed.length })}
          </p>
          <ul className={styles['refused']}>
            {failed.slice(0, NAMED).map(({ contactId, name, error }) => (
              <li key={contactId}>
                <bdi className={styles['refusedName']}>{name}</bdi>
                <span>{error !== null && `${error.title}. ${error.advice}`}</span>
              </li>
            ))}
            {failed.length > NAMED && (
              <li>{t('blocks.andMore', { count: failed.length - NAMED })}</li>
            )}
          </ul>
        </>
      )}
      {failure !== undefined && <p role="alert">{failure}</p>}
      {left.length > 0 && <p>{t('blocks.ask.left', { count: left.length })}</p>}
      <div className={styles['actions']}>
        <Button kind="quiet" onClick={stopBlocking}>
          {t('app.close')}
        </Button>
        {again > 0 && (
          <Button kind="primary" onClick={() => void retry()}>
            {t('blocks.ask.again', { count: again })}
          </Button>
        )}
      </div>
    </div>
  );
}

async function retry(): Promise<void> {
  if (await againRun()) stopBlocking();
}
