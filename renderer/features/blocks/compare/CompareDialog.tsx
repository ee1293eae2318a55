import { useTranslation } from 'react-i18next';
import type { BlockSyncPreview } from '#shared/models/block.ts';
import { SYNC_SIDES } from '#shared/models/block.ts';
import { unreachable } from '#shared/unreachable.ts';
import {
  applyComparison,
  closeComparison,
  compare,
  useComparison,
} from '../../../stores/block-comparison.ts';
import type { Comparing } from '../../../stores/block-comparison.ts';
import { useStatus } from '../../../stores/status.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DifferenceSide } from './DifferenceSide.tsx';
import styles from './CompareDialog.module.css';

/** Shows how WhatsApp's list and the one here differ, before anything is changed. */
export function CompareDialog() {
  const { t } = useTranslation();
  const { accountId, state } = useComparison();
  const name = useStatus(({ status }) => status?.accounts.find(({ id }) => id === accountId)?.name);
  return (
    <Dialog
      title={t('blocks.compare.title')}
      size="large"
      isOpen={accountId !== undefined}
      onClose={closeComparison}
    >
      <div className={styles['compare']}>
        <p className={styles['number']}>
          <bdi>{name}</bdi>
        </p>
        <What state={state} />
        {state.kind === 'failed' && accountId !== undefined && (
          <div className={styles['actions']}>
            <Button kind="primary" onClick={() => void compare(accountId)}>
              {t('blocks.compare.again')}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function What({ state }: { readonly state: Comparing }) {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'looking':
      return <output>{t('blocks.compare.looking')}</output>;
    case 'applying':
      return <output>{t('blocks.compare.applying')}</output>;
    case 'applied':
      return <output>{t('blocks.compare.applied', { ...state.result })}</output>;
    case 'failed':
      return <p role="alert">{state.failure}</p>;
    case 'shown':
      return <Difference preview={state.preview} />;
    default:
      return unreachable(state);
  }
}

function Difference({ preview }: { readonly preview: BlockSyncPreview }) {
  const { t } = useTranslation();
  const { total } = preview;
  const differing = SYNC_SIDES.filter((side) => preview[side].count > 0);
  if (differing.length === 0) {
    return <output>{t('blocks.compare.equal', { count: total })}</output>;
  }
  return (
    <>
      <p>{t('blocks.compare.total', { count: total })}</p>
      {differing.map((side) => (
        <DifferenceSide key={side} preview={preview} side={side} />
      ))}
      <p className={styles['hint']}>{t('blocks.compare.hint')}</p>
      <div className={styles['actions']}>
        <Button kind="quiet" onClick={closeComparison}>
          {t('blocks.cancel')}
        </Button>
        <Button kind="primary" onClick={() => void applyComparison(preview)}>
          {t('blocks.compare.apply')}
        </Button>
      </div>
    </>
  );
}
