import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { chooseBlocks, useBlockList } from '../../../stores/block-list.ts';
import { askToUnblock } from '../../../stores/unblocking.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './ChosenBar.module.css';

/** What can be done with those who are chosen; there while somebody is. */
export function ChosenBar() {
  const { t } = useTranslation();
  const rows = useBlockList((state) => state.rows);
  const chosen = useBlockList((state) => state.chosen);
  if (chosen.size === 0) return null;
  return (
    <div role="toolbar" aria-label={t('blocks.screen.chosenActions')} className={styles['bar']}>
      <span className={styles['count']}>{t('blocks.screen.chosen', { count: chosen.size })}</span>
      <Button
        kind="quiet"
        className={styles['action']}
        onClick={() => void askToUnblock(rows.filter(({ id }) => chosen.has(id)))}
      >
        {t('blocks.screen.unblock')}
      </Button>
      <IconButton icon={X} label={t('blocks.screen.unchoose')} onClick={() => chooseBlocks([])} />
    </div>
  );
}
