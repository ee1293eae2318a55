import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlockChanges } from '../../stores/block-changes.ts';
import { dropBlocks, loadBlocks, showBlocks, useBlockList } from '../../stores/block-list.ts';
import { useRoute } from '../../stores/route.ts';
import { useUnblocking } from '../../stores/unblocking.ts';
import { BlocksHeader } from './BlocksHeader.tsx';
import { BlocksTools } from './BlocksTools.tsx';
import { ChangeDialog } from './change/ChangeDialog.tsx';
import { CompareDialog } from './compare/CompareDialog.tsx';
import { BlockRows } from './list/BlockRows.tsx';
import { ChosenBar } from './list/ChosenBar.tsx';
import { NoBlocks } from './list/NoBlocks.tsx';
import styles from './BlocksScreen.module.css';

/** Whom our numbers have blocked, and whom they once had. */
export function BlocksScreen() {
  const { t } = useTranslation();
  const tab = useRoute(({ path }) => (path === 'history' ? path : 'active'));
  const ended = useUnblocking((state) => state.ended);
  useEffect(() => void showBlocks({ tab }), [tab]);
  useEffect(() => useBlockChanges.subscribe(() => void loadBlocks()), []);
  useEffect(() => dropBlocks(ended), [ended]);
  return (
    <main className={styles['screen']}>
      <BlocksHeader />
      <section aria-label={t('blocks.screen.list')} className={styles['card']}>
        <BlocksTools />
        <ChosenBar />
        <Shown />
      </section>
      <ChangeDialog />
      <CompareDialog />
    </main>
  );
}

function Shown() {
  const { t } = useTranslation();
  const phase = useBlockList((state) => state.phase);
  const failure = useBlockList((state) => state.failure);
  const isEmpty = useBlockList((state) => state.rows.length === 0);
  if (phase === 'failed') {
    return (
      <div role="alert" className={styles['failed']}>
        <p>{t('blocks.screen.failed')}</p>
        <p className={styles['why']}>{failure}</p>
        <button type="button" className={styles['again']} onClick={() => void loadBlocks()}>
          {t('blocks.screen.tryAgain')}
        </button>
      </div>
    );
  }
  if (phase === 'loading') return <div className={styles['coming']} />;
  return isEmpty ? <NoBlocks /> : <BlockRows />;
}
