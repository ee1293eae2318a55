import { useTranslation } from 'react-i18next';
import type { Block } from '#shared/models/block.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import { dayOrTimeText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './BlockRow.module.css';

/** Since when, and until when or when it ended. */
export function BlockTimes({ block }: { readonly block: Block }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { blockedAt, until, unblockedAt, state } = block;
  function text(at: number) {
    return dayOrTimeText(at, now, i18n.language);
  }
  return (
    <div className={styles['times']}>
      <span>
        <Hidden>{t('blocks.screen.since')}: </Hidden>
        {text(blockedAt)}
      </span>
      {state === 'active' ? (
        <span className={styles['end']}>
          <Hidden>{t('blocks.screen.until')}: </Hidden>
          {until === null ? t('blocks.screen.stays') : text(until)}
        </span>
      ) : (
        <span className={styles['end']}>
          <Hidden>{t('blocks.screen.ended')}: </Hidden>
          {unblockedAt === null ? t('blocks.screen.refused') : text(unblockedAt)}
        </span>
      )}
    </div>
  );
}
