import { useTranslation } from 'react-i18next';
import { stopUnblocking, unblock, useUnblocking } from '../../../stores/unblocking.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProgressOf } from './ProgressOf.tsx';
import styles from './BlockDialog.module.css';

/** Asks before people are unblocked whom WhatsApp would not let be blocked again. */
export function UnblockDialog() {
  const { t } = useTranslation();
  const { blocks = [], final, done, isStopping } = useUnblocking();
  const total = blocks.length;
  const name = blocks[0]?.name;
  return (
    <Dialog
      title={t('blocks.unblock.title', { count: total, name })}
      isOpen
      onClose={stopUnblocking}
    >
      {done === undefined ? (
        <div className={styles['form']}>
          <p className={styles['effect']}>{t('blocks.unblock.effect', { count: total })}</p>
          {final > 0 && (
            <p>
              {final === total
                ? t('blocks.unblock.finalForAll')
                : t('blocks.unblock.finalForSome', { count: final })}
            </p>
          )}
          <div className={styles['actions']}>
            <Button kind="quiet" onClick={stopUnblocking}>
              {t('blocks.cancel')}
            </Button>
            <Button kind="primary" onClick={() => void unblock()}>
              {t('blocks.unblock.action', { count: total, name })}
            </Button>
          </div>
        </div>
      ) : (
        <ProgressOf done={done} total={total} isStopping={isStopping} onStop={stopUnblocking}>
          {t('blocks.unblock.working', { done, total })}
        </ProgressOf>
      )}
    </Dialog>
  );
}
